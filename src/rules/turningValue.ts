import type { AttributeClause, Clause } from '../map/schema';
import { type Actual, lengthOf } from './actual';
import { resolveDate } from './dateTests';

/** The value that would have turned a clause, as near to the actual one as can be computed. */
export type TurningValue =
  | { to: 'value'; value: Exclude<Actual, null> }
  | { to: 'above' | 'below' | 'at-least' | 'at-most'; value: number | string }
  /** Any value but the actual one. */
  | { to: 'other' }
  | { to: 'unset' };

const OTHER: TurningValue = { to: 'other' };

/** What would turn a clause. `passes` is the bare comparison; `not` does not change which value turns it. */
export function turnOf(
  clause: Clause,
  actual: Actual,
  passes: boolean,
  today: string,
): TurningValue {
  switch (clause.kind) {
    case 'attribute':
      return attributeTurn(clause, actual, passes, today);
    case 'visits':
    case 'taken':
    case 'contacts':
    case 'days':
    case 'revenue':
      return numberTurn(clause, actual, passes);
    case 'today':
      return clause.yearly ? OTHER : dateTurn(clause, actual, passes, clause.value, clause.to);
    case 'arm':
      return passes ? OTHER : { to: 'value', value: clause.arm };
    case 'persona':
      return passes ? OTHER : { to: 'value', value: clause.persona };
    case 'segment':
      return { to: 'value', value: !passes };
    case 'share':
      return { to: passes ? 'at-least' : 'below', value: clause.share };
    case 'everyone':
      return OTHER;
  }
}

interface NumberComparison {
  operator: Extract<Clause, { kind: 'days' }>['operator'];
  value: number;
  to: number;
}

function numberTurn(
  { operator, value, to }: NumberComparison,
  actual: Actual,
  passes: boolean,
): TurningValue {
  const nearEnd = typeof actual === 'number' && Math.abs(actual - to) < Math.abs(actual - value);
  const [isPositive, name] = operator.startsWith('not-')
    ? [!passes, operator.slice(4)]
    : [passes, operator];
  switch (name) {
    case 'equals':
      return isPositive ? OTHER : { to: 'value', value };
    case 'less':
      return { to: isPositive ? 'at-least' : 'below', value };
    case 'at-most':
      return { to: isPositive ? 'above' : 'at-most', value };
    case 'more':
      return { to: isPositive ? 'at-most' : 'above', value };
    case 'at-least':
      return { to: isPositive ? 'below' : 'at-least', value };
    default:
      if (isPositive) return nearEnd ? { to: 'above', value: to } : { to: 'below', value };
      return nearEnd ? { to: 'at-most', value: to } : { to: 'at-least', value };
  }
}

function dateTurn(
  { operator }: { operator: Extract<Clause, { kind: 'today' }>['operator'] },
  actual: Actual,
  passes: boolean,
  from: string,
  to: string,
): TurningValue {
  switch (operator) {
    case 'before':
      return { to: passes ? 'at-least' : 'below', value: from };
    case 'on-or-before':
      return { to: passes ? 'above' : 'at-most', value: from };
    case 'after':
      return { to: passes ? 'at-most' : 'above', value: from };
    case 'on-or-after':
      return { to: passes ? 'below' : 'at-least', value: from };
    case 'same-day':
      return passes ? OTHER : { to: 'value', value: from };
    case 'between':
    case 'not-between': {
      const isInside = passes === (operator === 'between');
      if (isInside) return { to: 'below', value: from };
      return typeof actual === 'string' && actual > to
        ? { to: 'at-most', value: to }
        : { to: 'at-least', value: from };
    }
  }
}

function attributeTurn(
  clause: AttributeClause,
  actual: Actual,
  passes: boolean,
  today: string,
): TurningValue {
  switch (clause.test) {
    case 'presence':
      return clause.operator === 'is-set' || clause.operator === 'is-not-empty'
        ? { to: passes ? 'unset' : 'other' }
        : { to: passes ? 'other' : 'unset' };
    case 'text': {
      const isPositive = passes !== clause.operator.startsWith('not-');
      const isPattern = clause.operator.endsWith('matches');
      return isPositive || isPattern ? OTHER : { to: 'value', value: clause.value };
    }
    case 'one-of': {
      const first = clause.values[0];
      return passes || first === undefined ? OTHER : { to: 'value', value: first };
    }
    case 'number':
      return numberTurn(clause, actual, passes);
    case 'length':
      return numberTurn(clause, lengthOf(actual), passes);
    case 'boolean':
      return { to: 'value', value: passes ? !clause.value : clause.value };
    case 'date':
      return dateTurn(
        clause,
        actual,
        passes,
        resolveDate(clause.value, today),
        resolveDate(clause.to, today),
      );
    case 'age':
    case 'period':
    case 'list':
      return OTHER;
  }
}
