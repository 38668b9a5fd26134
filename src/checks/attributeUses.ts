import { inOrder } from '../map/records';
import type {
  Attribute,
  AttributeClause,
  AttributeDistribution,
  Effect,
  JourneyMap,
  Target,
} from '../map/schema';
import { clausesOf } from '../rules';
import { target } from './names';
import { putRule, ruleAt, rulesOf, withoutClauses } from './rulesOf';

/** One place that speaks of an attribute's value. */
export type AttributeUse = {
  readonly target: Target;
  /** Distinguishes the uses at one record; `dropUse` finds the place by it. */
  readonly detail: string;
  readonly attribute: string;
} & (
  | { readonly kind: 'clause'; readonly clause: AttributeClause }
  | { readonly kind: 'effect'; readonly effect: Effect }
  | { readonly kind: 'persona'; readonly distribution: AttributeDistribution }
  | { readonly kind: 'default'; readonly value: NonNullable<Attribute['default']> }
);

/** Every use of a declared attribute, in a fixed order. */
export function* attributeUses(map: JourneyMap): Generator<AttributeUse> {
  const isDeclared = (id: string) => Object.hasOwn(map.attributes, id);
  for (const { target: at, rule } of rulesOf(map)) {
    for (const [index, clause] of clausesOf(rule).entries()) {
      if (clause.kind !== 'attribute' || !isDeclared(clause.attribute)) continue;
      const { attribute } = clause;
      yield { kind: 'clause', target: at, detail: `clause/${index}`, attribute, clause };
    }
  }
  for (const [id, { effects }] of Object.entries(map.touchpoints)) {
    for (const [key, effect] of inOrder(effects)) {
      const { attribute } = effect;
      if (!isDeclared(attribute)) continue;
      const at = target('touchpoints', id);
      yield { kind: 'effect', target: at, detail: `effect/${key}`, attribute, effect };
    }
  }
  for (const [id, { attributes }] of inOrder(map.personas)) {
    for (const [attribute, distribution] of Object.entries(attributes)) {
      if (!isDeclared(attribute)) continue;
      const at = target('personas', id);
      yield {
        kind: 'persona',
        target: at,
        detail: `persona/${attribute}`,
        attribute,
        distribution,
      };
    }
  }
  for (const [id, { default: value }] of inOrder(map.attributes)) {
    if (value === null) continue;
    const at = target('attributes', id);
    yield { kind: 'default', target: at, detail: 'default/', attribute: id, value };
  }
}

/** Takes one use out of a draft: a clause from its rule, an effect, a persona's word, a default. */
export function dropUse(draft: JourneyMap, at: Target, detail: string): void {
  const [kind = '', key = ''] = detail.split('/');
  if (kind === 'clause') {
    const rule = ruleAt(draft, at);
    const wanted = rule ? clausesOf(rule)[Number(key)] : undefined;
    if (rule && wanted)
      putRule(
        draft,
        at,
        withoutClauses(rule, (clause) => clause === wanted),
      );
  } else if (kind === 'effect') {
    const touchpoint = draft.touchpoints[at.id];
    if (touchpoint) Reflect.deleteProperty(touchpoint.effects, key);
  } else if (kind === 'persona') {
    const persona = draft.personas[at.id];
    if (persona) Reflect.deleteProperty(persona.attributes, key);
  } else {
    const attribute = draft.attributes[at.id];
    if (attribute) attribute.default = null;
  }
}
