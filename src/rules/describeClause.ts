import type { MessageId, MessageValues } from '../language';
import type { AttributeClause, Clause, ClauseOf, CollectionName, RuleDate } from '../map/schema';
import type { Wording } from './describeWording';

type NumberClause = Extract<Clause, { value: number; to: number }>;

/** `not-…` operators say exactly the opposite of their partners, so no "not" needs to be written. */
const OPPOSITES: Readonly<Record<string, string>> = {
  'is-set': 'is-not-set',
  'is-empty': 'is-not-empty',
  equals: 'not-equals',
  between: 'not-between',
  contains: 'not-contains',
  'starts-with': 'not-starts-with',
  'ends-with': 'not-ends-with',
  matches: 'not-matches',
};
const OPPOSITE_OF = new Map(
  Object.entries(OPPOSITES).flatMap(
    ([a, b]) =>
      [
        [a, b],
        [b, a],
      ] as const,
  ),
);

/** One comparison in words. */
export function describeClause(clause: Clause, wording: Wording): string {
  const opposite =
    clause.not && 'operator' in clause ? OPPOSITE_OF.get(clause.operator) : undefined;
  if (opposite !== undefined) {
    return positive({ ...clause, operator: opposite } as Clause, wording);
  }
  const text = positive(clause, wording);
  // Not everyone is nobody, which needs no other word.
  return clause.not && clause.kind !== 'everyone'
    ? wording.format('rule.not', { rule: text })
    : text;
}

/** A text of the rule catalogue; a test proves that every operator has its own. */
const textOf = (...parts: readonly string[]) => ['rule', ...parts].join('.') as MessageId;

function positive(clause: Clause, wording: Wording): string {
  const { format, date } = wording;
  const name = (collection: CollectionName, id: string) => nameIn(wording, collection, id);
  switch (clause.kind) {
    case 'everyone':
      return format(clause.not ? 'rule.nobody' : 'rule.everyone');
    case 'segment':
      return format('rule.segment', { name: name('segments', clause.segment) });
    case 'persona':
      return format('rule.persona', { name: name('personas', clause.persona) });
    case 'share':
      return format('rule.share', { share: clause.share });
    case 'visits':
      return compared(
        clause,
        format(textOf('visits', clause.scope), { name: name('touchpoints', clause.touchpoint) }),
        wording,
      );
    case 'taken':
      return compared(
        clause,
        format(textOf('taken', clause.scope), { name: transitionName(wording, clause.transition) }),
        wording,
      );
    case 'contacts':
      return compared(
        clause,
        format('rule.contacts', { name: name('campaigns', clause.campaign) }),
        wording,
      );
    case 'days':
      return compared(clause, format('rule.days'), wording);
    case 'revenue':
      return compared(clause, format('rule.revenue'), wording, wording.map.currency);
    case 'arm':
      return describeArm(clause, wording);
    case 'today':
      return format(textOf('date', clause.operator), {
        subject: format(clause.yearly ? 'rule.todayYearly' : 'rule.today'),
        value: clause.yearly ? clause.value.slice(-5) : date(clause.value),
        to: clause.yearly ? clause.to.slice(-5) : date(clause.to),
      });
    case 'attribute':
      return describeAttribute(clause, wording);
  }
}

function describeAttribute(clause: AttributeClause, wording: Wording): string {
  const { format, map } = wording;
  const subject = format('rule.attribute', {
    name: nameIn(wording, 'attributes', clause.attribute),
  });
  const unit = Object.hasOwn(map.attributes, clause.attribute)
    ? (map.attributes[clause.attribute]?.unit ?? '')
    : '';
  const say = (id: MessageId, values: MessageValues = {}) => format(id, { subject, ...values });
  switch (clause.test) {
    case 'presence':
      return say(textOf('presence', clause.operator));
    case 'text':
      return say(textOf('text', clause.operator), { value: clause.value });
    case 'one-of':
      return say('rule.oneOf', { values: quoted(clause.values, wording) });
    case 'number':
      return compared(clause, subject, wording, unit);
    case 'boolean':
      return say(clause.value ? 'rule.yes' : 'rule.no');
    case 'date':
      return say(textOf('date', clause.operator), {
        value: dateOf(clause.value, wording),
        to: dateOf(clause.to, wording),
      });
    case 'age':
      return say(textOf('age', clause.operator), { days: clause.days });
    case 'period':
      return say('rule.period', { offset: clause.offset, period: clause.period });
    case 'list':
      return say(textOf('list', clause.operator), { values: quoted(clause.values, wording) });
    case 'length':
      return compared(clause, format('rule.length', { subject }), wording);
  }
}

/** A number against one or two others, each with its unit. */
function compared(
  { operator, value, to }: Pick<NumberClause, 'operator' | 'value' | 'to'>,
  subject: string,
  { format }: Wording,
  unit = '',
): string {
  const written = (number: number) =>
    unit === ''
      ? format('rule.value', { value: number })
      : format('rule.valueWithUnit', { value: number, unit });
  return format(textOf('number', operator), { subject, value: written(value), to: written(to) });
}

function describeArm({ campaign, arm }: ClauseOf<'arm'>, wording: Wording): string {
  const { format, map } = wording;
  const name = nameIn(wording, 'campaigns', campaign);
  if (arm === 'control' || arm === 'treated') return format(textOf('arm', arm), { name });
  const variants = Object.hasOwn(map.campaigns, campaign)
    ? (map.campaigns[campaign]?.variants ?? {})
    : {};
  const variant = Object.hasOwn(variants, arm) ? variants[arm]?.name.trim() : '';
  return format('rule.arm.variant', { name, variant: variant === '' ? '…' : (variant ?? '…') });
}

function dateOf(value: RuleDate, { format, date }: Wording): string {
  if (typeof value === 'string') return date(value);
  const days = value.daysFromToday;
  if (days === 0) return format('rule.today');
  return format(days < 0 ? 'rule.daysAgo' : 'rule.daysAhead', { days: Math.abs(days) });
}

function quoted(values: readonly string[], { format }: Wording): string {
  const texts = values.map((name) => format('rule.attribute', { name }));
  if (texts.length === 0) return '…';
  return texts.reduce((first, second) => format('rule.comma', { first, second }));
}

/** A record's name, `…` where it has none; one that is gone is called so. */
function nameIn({ map, format }: Wording, collection: CollectionName, id: string): string {
  if (!Object.hasOwn(map[collection], id)) return format('record.gone');
  const record: unknown = map[collection][id];
  const name = typeof record === 'object' && record !== null && 'name' in record && record.name;
  return typeof name === 'string' && name.trim() !== '' ? name : '…';
}

function transitionName(wording: Wording, id: string): string {
  const { transitions } = wording.map;
  const transition = Object.hasOwn(transitions, id) ? transitions[id] : undefined;
  if (!transition) return wording.format('record.gone');
  if (transition.label.trim() !== '') return transition.label;
  const end = (touchpoint: string) => nameIn(wording, 'touchpoints', touchpoint);
  return `${end(transition.from)} → ${end(transition.to)}`;
}
