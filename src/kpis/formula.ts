import jsep from 'jsep';
import { definitionOf } from './catalogue';
import type { KpiInput } from './definition';

/** A formula that cannot be read or computed, and why. */
export type FormulaProblem =
  | { readonly code: 'syntax'; readonly detail: string }
  | { readonly code: 'unknown-name'; readonly detail: string }
  | { readonly code: 'unsupported'; readonly detail: string };

type FormulaValue =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly problem: FormulaProblem };

class Unreadable extends Error {
  readonly problem: FormulaProblem;

  constructor(code: FormulaProblem['code'], detail: string) {
    super(detail);
    this.problem = { code, detail };
  }
}

/** Functions of a record's id, given as text: `visits("…")`. */
const COUNTS: Readonly<Record<string, (id: string, reading: KpiInput) => number>> = {
  visits: (id, { group }) => group.touchpoints[id]?.visits ?? 0,
  reached: (id, { group }) => group.touchpoints[id]?.reached ?? 0,
  taken: (id, { group }) => group.transitions[id]?.count ?? 0,
  members: (id, { run }) => run.segments[id]?.customers ?? 0,
};

/** Plain quantities of the KPI's group. */
const QUANTITIES: Readonly<Record<string, (reading: KpiInput) => number>> = {
  customers: ({ group }) => group.customers,
  trials: ({ group }) => group.milestones.trial.customers,
  acquired: ({ group }) => group.milestones.acquired.customers,
  activated: ({ group }) => group.milestones.activated.customers,
  cancelled: ({ group }) => group.milestones.cancelled.customers,
  booked_revenue: ({ group }) => group.money.revenue,
  plan_revenue: ({ group }) => group.money.planRevenue,
  acquisition_cost: ({ group }) => group.money.cost.acquisition,
  paying_days: ({ group }) => group.payingDays,
};

type Node = jsep.Expression;

/** Reads and computes `a / (b + c)`: + − × ÷, brackets, numbers, names and functions of ids. */
export function evaluateFormula(expression: string, reading: KpiInput): FormulaValue {
  try {
    const value = compute(parse(expression), reading);
    return { ok: true, value: Number.isFinite(value) ? value : null };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

function parse(expression: string): Node {
  try {
    return jsep(expression);
  } catch (error) {
    throw new Unreadable('syntax', error instanceof Error ? error.message : expression);
  }
}

function compute(node: Node, reading: KpiInput): number {
  switch (node.type) {
    case 'Literal':
      return number((node as jsep.Literal).value);
    case 'Identifier':
      return quantity((node as jsep.Identifier).name, reading);
    case 'UnaryExpression': {
      const { operator, argument } = node as jsep.UnaryExpression;
      if (operator !== '-' && operator !== '+') throw new Unreadable('unsupported', operator);
      return (operator === '-' ? -1 : 1) * compute(argument, reading);
    }
    case 'BinaryExpression': {
      const { operator, left, right } = node as jsep.BinaryExpression;
      return combine(operator, compute(left, reading), compute(right, reading));
    }
    case 'CallExpression':
      return call(node as jsep.CallExpression, reading);
    default:
      throw new Unreadable('unsupported', node.type);
  }
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new Unreadable('unsupported', String(value));
  return value;
}

/** A quantity, or a catalogue KPI by its id with `_` for `-`; NaN where the run has no value. */
function quantity(name: string, reading: KpiInput): number {
  const known = Object.hasOwn(QUANTITIES, name) ? QUANTITIES[name] : undefined;
  if (known) return known(reading);
  const definition = definitionOf(name.replaceAll('_', '-'));
  if (!definition) throw new Unreadable('unknown-name', name);
  return definition.measure?.(reading)?.value ?? Number.NaN;
}

function combine(operator: string, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      throw new Unreadable('unsupported', operator);
  }
}

function call({ callee, arguments: given }: jsep.CallExpression, reading: KpiInput): number {
  const name = callee.type === 'Identifier' ? (callee as jsep.Identifier).name : callee.type;
  const count = Object.hasOwn(COUNTS, name) ? COUNTS[name] : undefined;
  const [argument] = given;
  if (!count) throw new Unreadable('unknown-name', name);
  const id = argument?.type === 'Literal' ? (argument as jsep.Literal).value : null;
  if (typeof id !== 'string' || given.length !== 1) throw new Unreadable('syntax', `${name}("…")`);
  return count(id, reading);
}
