import type { AttributeClause } from '../map/schema';
import type { Actual } from './actual';
import { type Candidates, type Literal, SOME_DAY } from './overlapLiterals';

/** Texts nobody writes, so that something always differs from what the clauses name. */
const STRANGERS = ['', '\u{10FFFD}', ' '];

type TextClause = Extract<AttributeClause, { test: 'text' | 'one-of' }>;

/** Texts the clauses name, joined where they may be parts of one, and strangers. */
export function textCandidates(
  literals: readonly Literal[],
  tests: readonly AttributeClause[],
): Candidates {
  const texts = tests.filter(
    (clause): clause is TextClause => clause.test === 'text' || clause.test === 'one-of',
  );
  const named = tests.flatMap((clause) => {
    if (clause.test === 'text') return [clause.value];
    return clause.test === 'one-of' || clause.test === 'list' ? clause.values : [];
  });
  const variants = named.flatMap((text) => [text, text.toLowerCase(), text.toUpperCase()]);
  const lengths = tests.flatMap((clause) => {
    if (clause.test !== 'length') return [];
    const near = [clause.value, clause.value + 1, clause.value - 1, clause.to];
    return near.filter((length) => length >= 0 && length <= 500);
  });
  return {
    values: [
      null,
      ...new Set([
        ...variants,
        joined(literals),
        ...STRANGERS,
        ...lengths.map((length) => 'x'.repeat(Math.floor(length))),
      ]),
    ],
    complete: isComplete(literals, texts, tests),
    today: SOME_DAY,
  };
}

/** One text that begins, goes on and ends as wanted. */
function joined(literals: readonly Literal[]): string {
  const part = (operator: string, negated: string) =>
    literals
      .flatMap(({ clause, holds }) =>
        clause.kind === 'attribute' &&
        clause.test === 'text' &&
        clause.operator === (holds ? operator : negated)
          ? [clause.value]
          : [],
      )
      .sort((a, b) => b.length - a.length);
  return [
    part('starts-with', 'not-starts-with')[0] ?? '',
    ...part('contains', 'not-contains'),
    part('ends-with', 'not-ends-with')[0] ?? '',
  ].join('');
}

function isComplete(
  literals: readonly Literal[],
  texts: readonly TextClause[],
  tests: readonly AttributeClause[],
): boolean {
  const isOneCase = new Set(texts.map(({ caseSensitive }) => caseSensitive)).size <= 1;
  // Dates compare as text, lengths need more than names, lists compare without folding.
  const isPlain = tests.every(({ test }) => PLAIN.has(test));
  if (!isOneCase || !isPlain) return false;
  const onlyWhole = texts.every(
    (clause) => clause.test === 'one-of' || clause.operator.endsWith('equals'),
  );
  // Where the whole text is named, nothing but the names is left to try.
  return onlyWhole || literals.some(namesWhole);
}

const PLAIN = new Set(['text', 'one-of', 'presence', 'number', 'boolean']);

function namesWhole({ clause, holds }: Literal): boolean {
  if (clause.kind !== 'attribute') return false;
  if (clause.test === 'one-of') return holds;
  if (clause.test !== 'text') return false;
  return clause.operator === (holds ? 'equals' : 'not-equals');
}

/** The longest and the shortest list that can be wanted, and some between. */
export function listCandidates(
  literals: readonly Literal[],
  tests: readonly AttributeClause[],
): Candidates {
  const needed = new Set<string>();
  const forbidden = new Set<string>();
  const named = new Set<string>();
  let needsSome = false;
  let lacksSome = false;
  for (const { clause, holds } of literals) {
    if (clause.kind !== 'attribute' || clause.test !== 'list') continue;
    for (const value of clause.values) named.add(value);
    const isAll = clause.operator === 'contains-all';
    const isAny = (clause.operator === 'contains-any') === holds;
    if (isAll && holds) for (const value of clause.values) needed.add(value);
    else if (isAll) lacksSome = true;
    else if (isAny) needsSome = true;
    else for (const value of clause.values) forbidden.add(value);
  }
  const allowed = [...named].filter((value) => !forbidden.has(value));
  const spare = allowed.filter((value) => !needed.has(value));
  const lists: readonly (readonly string[])[] = [
    [],
    [...needed],
    allowed,
    ...spare.map((value) => [...needed, value]),
    ...spare.map((value) => allowed.filter((other) => other !== value)),
    [STRANGERS[1] ?? ''],
  ];
  const onlyMembers = tests.every(({ test }) => LISTS.has(test));
  return {
    values: [null, ...lists.map((list): Actual => [...list])],
    complete: onlyMembers && !(needsSome && lacksSome),
    today: SOME_DAY,
  };
}

const LISTS = new Set(['list', 'presence', 'number', 'boolean', 'text', 'one-of']);
