import type { Clause, Rule, RuleGroup } from '../map/schema';
import type { Actual } from './actual';
import { testOf } from './clauseTest';
import { segmentGraphOf, type Segments } from './segmentGraph';

/** Reads what a clause compares from an engine's own state; found once, called at every reading. */
export interface Access<State> {
  reader: (clause: Exclude<Clause, { kind: 'segment' }>) => (state: State) => Actual;
  today: (state: State) => string;
  /** Reads a membership. Called for segments that exist and do not lead back to the rule's own. */
  member: (segment: string) => Compiled<State>;
}

/** A rule as a function of a state. */
export type Compiled<State> = (state: State) => boolean;

/**
 * The rule as nested closures over an engine's state: the same meaning as `holds`, without walking
 * the rule again. `within` is the segment whose rule it is: a mention that leads back to it is false.
 */
export function compileRule<State>(
  rule: Rule,
  map: Segments,
  access: Access<State>,
  within: string | null = null,
): Compiled<State> {
  const graph = segmentGraphOf(map);
  return compile(rule);

  function compile(part: Rule): Compiled<State> {
    if (part.kind === 'group') {
      const { not } = part;
      const group = compileGroup(part.match, part.rules.map(compile));
      return not ? (state) => !group(state) : group;
    }
    const clause = part.kind === 'segment' ? member(part.segment) : compare(part);
    return part.not ? (state) => !clause(state) : clause;
  }

  function compare(clause: Exclude<Clause, { kind: 'segment' }>): Compiled<State> {
    const test = testOf(clause);
    if (clause.kind === 'everyone') return () => true;
    const read = access.reader(clause);
    const { today } = access;
    return readsToday(clause)
      ? (state) => test(read(state), today(state))
      : (state) => test(read(state), '');
  }

  function member(segment: string): Compiled<State> {
    return graph.isRead(within, segment) ? access.member(segment) : () => false;
  }
}

function readsToday(clause: Clause): boolean {
  if (clause.kind === 'today') return true;
  return clause.kind === 'attribute' && ['date', 'age', 'period'].includes(clause.test);
}

function compileGroup<State>(
  match: RuleGroup['match'],
  parts: readonly Compiled<State>[],
): Compiled<State> {
  const any = (state: State) => parts.some((part) => part(state));
  switch (match) {
    case 'all':
      return (state) => parts.every((part) => part(state));
    case 'any':
      return any;
    case 'none':
      return (state) => !any(state);
    case 'one':
      return (state) => parts.reduce((sum, part) => sum + Number(part(state)), 0) === 1;
  }
}
