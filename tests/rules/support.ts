import {
  type Access,
  type Actual,
  actualOf,
  compileRule,
  type Facts,
  type Segments,
} from '../../src/rules';
import { Rule, type RuleInput } from '../../src/map/schema';

/** Ids as the schema wants them, readable. */
export const A = 'attributeaaa';
export const T = 'touchpointtt';
export const S = 'segmentsssss';

/** A customer who answers the same to every question of one kind, but for what a test says. */
export function someone(attributes: Record<string, Actual> = {}, more: Partial<Facts> = {}): Facts {
  return {
    attribute: (id) => attributes[id] ?? null,
    visits: () => 2,
    taken: () => 1,
    contacts: () => 0,
    arm: () => 'treated',
    days: 10,
    revenue: 5.5,
    today: '2026-03-31',
    persona: 'personappppp',
    shareDraw: () => 0.25,
    ...more,
  };
}

/** A clause about the attribute `A`, as it stands in a rule. */
export const attribute = (test: object): RuleInput =>
  ({ kind: 'attribute', attribute: A, ...test }) as RuleInput;

/** How a compiled rule reads a customer's facts, memberships too. */
export function readingOf(map: Segments): Access<Facts> {
  const access: Access<Facts> = {
    reader: (clause) => (facts) => actualOf(clause, facts),
    today: ({ today }) => today,
    member: (segment) => compileRule(map.segments[segment]!.rule, map, access, segment),
  };
  return access;
}

/** A rule as the engines get it. */
export const parsed = (rule: RuleInput | object): Rule => Rule.parse(rule);
