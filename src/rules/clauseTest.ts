import type { AttributeClause, Clause } from '../map/schema';
import { perObject } from '../map/memo';
import { asText, type ClauseTest, type ClauseWith, lengthOf } from './actual';
import { ageTest, dateTest, periodTest, todayTest } from './dateTests';
import { folding, listTest, textTest } from './textTests';

/**
 * The comparison of a clause, made once. Every `not-…` operator is the exact negation of its
 * partner, so a value that is not set fails `equals` and passes `not-equals`.
 */
export const testOf: (clause: Clause) => ClauseTest = perObject(makeTest);

function makeTest(clause: Clause): ClauseTest {
  switch (clause.kind) {
    case 'attribute':
      return attributeTest(clause);
    case 'visits':
    case 'taken':
    case 'contacts':
    case 'days':
    case 'revenue':
      return numberTest(clause);
    case 'arm':
      return (arm) =>
        clause.arm === 'treated' ? arm !== null && arm !== 'control' : arm === clause.arm;
    case 'today':
      return todayTest(clause);
    case 'everyone':
      return () => true;
    case 'segment':
      return (isMember) => isMember === true;
    case 'persona':
      return (persona) => persona === clause.persona;
    case 'share':
      return (draw) => typeof draw === 'number' && draw < clause.share;
  }
}

type NumberClause = Extract<Clause, { value: number; to: number }>;

function numberTest({
  operator,
  value,
  to,
}: Pick<NumberClause, 'operator' | 'value' | 'to'>): ClauseTest {
  const is = (compare: (x: number) => boolean): ClauseTest => {
    return (actual) => typeof actual === 'number' && compare(actual);
  };
  switch (operator) {
    case 'equals':
      return is((x) => x === value);
    case 'not-equals':
      return (actual) => actual !== value;
    case 'less':
      return is((x) => x < value);
    case 'at-most':
      return is((x) => x <= value);
    case 'more':
      return is((x) => x > value);
    case 'at-least':
      return is((x) => x >= value);
    case 'between':
      return is((x) => x >= value && x <= to);
    case 'not-between':
      return (actual) => typeof actual !== 'number' || actual < value || actual > to;
  }
}

function attributeTest(clause: AttributeClause): ClauseTest {
  switch (clause.test) {
    case 'presence':
      return presenceTest(clause.operator);
    case 'text':
      return textTest(clause);
    case 'one-of': {
      const fold = folding(clause.caseSensitive);
      const values = new Set(clause.values.map(fold));
      return (actual) => {
        const text = asText(actual);
        return text !== null && values.has(fold(text));
      };
    }
    case 'number':
      return numberTest(clause);
    case 'boolean':
      return (actual) => actual === clause.value;
    case 'date':
      return dateTest(clause);
    case 'age':
      return ageTest(clause);
    case 'period':
      return periodTest(clause);
    case 'list':
      return listTest(clause);
    case 'length': {
      const test = numberTest(clause);
      return (actual, today) => test(lengthOf(actual), today);
    }
  }
}

function presenceTest(operator: ClauseWith<'presence'>['operator']): ClauseTest {
  switch (operator) {
    case 'is-set':
      return (actual) => actual !== null;
    case 'is-not-set':
      return (actual) => actual === null;
    case 'is-empty':
      return (actual) => lengthOf(actual) === 0;
    case 'is-not-empty':
      return (actual) => lengthOf(actual) !== 0;
  }
}
