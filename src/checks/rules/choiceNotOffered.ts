import { changeRecord } from '../../map/edits';
import type { Attribute, AttributeValue } from '../../map/schema';
import { type AttributeUse, attributeUses, dropUse } from '../attributeUses';
import { type CheckRule, detailOf } from '../checkRule';
import { findingName } from '../names';

/** A value that is not among the choices, often a typing mistake: nobody will ever have it. */
export const choiceNotOffered: CheckRule = {
  id: 'choice-not-offered',
  severity: 'warning',
  *check({ map }) {
    const offered = new Map(
      Object.entries(map.attributes).map(([id, { choices }]) => [id, new Set(choices)]),
    );
    for (const use of attributeUses(map)) {
      const { target, detail, attribute } = use;
      const choices = offered.get(attribute);
      const declared = map.attributes[attribute];
      if (!declared || !choices || choices.size === 0 || !hasChoices(declared)) continue;
      const strange = valuesOf(use).filter((value) => !isOffered(value, choices));
      if (strange.length === 0) continue;
      const value = strange.map(({ text }) => text).join(', ');
      yield {
        target,
        detail,
        cause: `choice-not-offered:${attribute}:${value}`,
        values: {
          name: findingName(map, target.collection, target.id),
          attribute: findingName(map, 'attributes', attribute),
          value,
          count: strange.length,
        },
        fixes: ['offer', 'remove'],
      };
    }
  },
  everywhere: ['remove'],
  fixes: {
    offer({ map }, problem) {
      for (const use of attributeUses(map)) {
        if (use.detail !== detailOf(problem) || use.target.id !== problem.target?.id) continue;
        return changeRecord('attributes', use.attribute, (attribute) => {
          const choices = new Set(attribute.choices);
          const strange = valuesOf(use).filter((value) => !isOffered(value, choices));
          attribute.choices = [
            ...new Set([...attribute.choices, ...strange.map(({ text }) => text)]),
          ];
        });
      }
      return null;
    },
    remove: (_, problem) => (draft) => {
      if (problem.target) dropUse(draft, problem.target, detailOf(problem));
    },
  },
};

interface Value {
  readonly text: string;
  readonly caseSensitive: boolean;
}

function hasChoices({ type }: Attribute): boolean {
  return type === 'choice' || type === 'list';
}

function isOffered({ text, caseSensitive }: Value, choices: ReadonlySet<string>): boolean {
  if (choices.has(text) || caseSensitive) return choices.has(text);
  const folded = text.toLowerCase();
  for (const choice of choices) if (choice.toLowerCase() === folded) return true;
  return false;
}

/** The texts that a use names in full. */
function valuesOf(use: AttributeUse): Value[] {
  switch (use.kind) {
    case 'clause': {
      const { clause } = use;
      if (clause.test === 'one-of') return clause.values.map(as(clause.caseSensitive));
      if (clause.test === 'list') return clause.values.map(as(true));
      const isWhole = clause.test === 'text' && clause.operator.endsWith('equals');
      return isWhole ? [clause.value].map(as(clause.caseSensitive)) : [];
    }
    case 'effect':
      return textsOf(use.effect.value);
    case 'persona': {
      const { distribution } = use;
      if (distribution.family === 'fixed') return textsOf(distribution.value);
      return distribution.family === 'choice'
        ? distribution.options.flatMap(({ value }) => textsOf(value))
        : [];
    }
    case 'default':
      return textsOf(use.value);
  }
}

const as = (caseSensitive: boolean) => (text: string) => ({ text, caseSensitive });

function textsOf(value: AttributeValue): Value[] {
  if (typeof value === 'string') return [value].map(as(true));
  return Array.isArray(value) ? value.map(as(true)) : [];
}
