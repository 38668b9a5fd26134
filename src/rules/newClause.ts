import { newId } from '../map/records';
import type { Attribute, Clause, ClauseOf } from '../map/schema';

type Kind = Exclude<Clause['kind'], 'attribute'>;

const NUMBER = { operator: 'at-least', value: 1, to: 1 } as const;

/** A clause of a kind to begin with; `id` is what it speaks of, where it speaks of a record. */
export function newClause(kind: Kind, id = ''): Clause {
  const not = false;
  switch (kind) {
    case 'visits':
      return { kind, not, touchpoint: id, scope: 'journey', ...NUMBER };
    case 'taken':
      return { kind, not, transition: id, scope: 'journey', ...NUMBER };
    case 'contacts':
      return { kind, not, campaign: id, ...NUMBER };
    case 'arm':
      return { kind, not, campaign: id, arm: 'treated' };
    case 'days':
      return { kind, not, ...NUMBER };
    case 'revenue':
      return { kind, not, ...NUMBER };
    case 'today':
      return {
        kind,
        not,
        operator: 'between',
        value: '2026-12-01',
        to: '2026-12-31',
        yearly: true,
      };
    case 'everyone':
      return { kind, not };
    case 'segment':
      return { kind, not, segment: id };
    case 'persona':
      return { kind, not, persona: id };
    case 'share':
      return { kind, not, id: newId(), share: 0.5 };
  }
}

/** The clause people most often want of an attribute: it equals its first choice, or is at least 0. */
export function attributeClause(id: string, attribute: Attribute): ClauseOf<'attribute'> {
  const clause = { kind: 'attribute', not: false, attribute: id } as const;
  switch (attribute.type) {
    case 'number':
      return { ...clause, test: 'number', operator: 'at-least', value: 0, to: 0 };
    case 'boolean':
      return { ...clause, test: 'boolean', value: true };
    case 'date':
      return { ...clause, test: 'age', operator: 'within-last', days: 30 };
    case 'list':
      return { ...clause, test: 'list', operator: 'contains-any', values: [] };
    case 'choice':
    case 'text':
      return {
        ...clause,
        test: 'text',
        operator: 'equals',
        value: attribute.choices[0] ?? '',
        caseSensitive: false,
      };
  }
}

/** How an attribute can be tested. */
export type AttributeTestKind = ClauseOf<'attribute'>['test'];

/** Tests that make sense for a type of attribute; the first is what a new clause begins with. */
export const ATTRIBUTE_TESTS: Readonly<Record<Attribute['type'], readonly AttributeTestKind[]>> = {
  number: ['number', 'one-of', 'presence'],
  text: ['text', 'one-of', 'presence'],
  choice: ['text', 'one-of', 'presence'],
  boolean: ['boolean', 'presence'],
  date: ['age', 'date', 'period', 'presence'],
  list: ['list', 'length', 'presence'],
};

/** The clause with another kind of test, to begin with. */
export function withTest(
  clause: ClauseOf<'attribute'>,
  test: AttributeTestKind,
  attribute: Attribute | undefined,
): Clause {
  const { not, attribute: id } = clause;
  const base = { kind: 'attribute', not, attribute: id } as const;
  const number = { operator: 'at-least', value: 0, to: 0 } as const;
  switch (test) {
    case 'presence':
      return { ...base, test, operator: 'is-set' };
    case 'text':
      return {
        ...base,
        test,
        operator: 'equals',
        value: attribute?.choices[0] ?? '',
        caseSensitive: false,
      };
    case 'one-of':
      return { ...base, test, values: [], caseSensitive: false };
    case 'number':
    case 'length':
      return { ...base, test, ...number };
    case 'boolean':
      return { ...base, test, value: true };
    case 'date':
      return {
        ...base,
        test,
        operator: 'before',
        value: { daysFromToday: 0 },
        to: { daysFromToday: 0 },
      };
    case 'age':
      return { ...base, test, operator: 'within-last', days: 30 };
    case 'period':
      return { ...base, test, offset: 'this', period: 'month' };
    case 'list':
      return { ...base, test, operator: 'contains-any', values: [] };
  }
}
