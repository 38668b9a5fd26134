import type { AttributeClause, AttributeType, JourneyMap } from '../map/schema';
import type { Actual } from './actual';
import type { Domain, Domains, NumberRange } from './overlapDomains';
import { dateCandidates, todayCandidates } from './overlapDates';
import { listCandidates, textCandidates } from './overlapTexts';
import { type Candidates, type Literal, SOME_DAY, type TestedClause } from './overlapLiterals';

const EVERYWHERE: NumberRange = { min: -Infinity, max: Infinity };

/** Values that stand for all that can make a difference to clauses about one subject. */
export function candidates(
  literals: readonly Literal[],
  map: Pick<JourneyMap, 'attributes'>,
  domains: Domains,
): Candidates {
  const clause = literals[0]?.clause;
  if (!clause) return { values: [null], complete: true, today: SOME_DAY };
  const all = (values: readonly Actual[]): Candidates => ({
    values,
    complete: true,
    today: SOME_DAY,
  });
  switch (clause.kind) {
    case 'attribute':
      return attributeCandidates(literals, clause.attribute, map, domains);
    case 'visits':
    case 'taken':
    case 'contacts':
      return all(wholeNumbers(thresholdsOf(literals)));
    case 'days':
      return all(realNumbers(thresholdsOf(literals), { min: 0, max: Infinity }));
    case 'revenue':
      return all(realNumbers(thresholdsOf(literals), EVERYWHERE));
    case 'share': {
      // A draw is strictly between 0 and 1.
      const inside = realNumbers(thresholdsOf(literals), { min: 0, max: 1 });
      return all(inside.filter((draw) => draw > 0 && draw < 1));
    }
    case 'arm':
      return all([null, 'control', 'treated', ...literals.map((one) => armOf(one.clause))]);
    case 'persona':
      return all(
        domains.persona === null
          ? [null, ...literals.map((one) => personaOf(one.clause))]
          : [domains.persona],
      );
    case 'today':
      return todayCandidates(literals);
  }
}

function attributeCandidates(
  literals: readonly Literal[],
  attribute: string,
  map: Pick<JourneyMap, 'attributes'>,
  domains: Domains,
): Candidates {
  const tests = literals.flatMap(({ clause }) => (clause.kind === 'attribute' ? [clause] : []));
  const domain = domains.attribute(attribute);
  const declared = Object.hasOwn(map.attributes, attribute)
    ? map.attributes[attribute]?.type
    : undefined;
  if (declared === undefined) return { values: [null], complete: false, today: SOME_DAY };
  if (domain) return domainCandidates(domain, tests);
  return typedCandidates(declared, literals, tests);
}

/** Values of a persona; only a rule about today can still make a difference between two runs. */
function domainCandidates(domain: Domain, tests: readonly AttributeClause[]): Candidates {
  const inside = domain.interval ? realNumbers(numbersIn(tests), domain.interval) : [];
  const isFixed = !tests.some(readsToday);
  const hasTextTest = domain.interval !== null && tests.some(readsDigits);
  return {
    values: [...domain.values, ...inside],
    complete: isFixed && !hasTextTest,
    today: SOME_DAY,
  };
}

function typedCandidates(
  type: AttributeType,
  literals: readonly Literal[],
  tests: readonly AttributeClause[],
): Candidates {
  switch (type) {
    case 'boolean':
      return { values: [null, true, false], complete: true, today: SOME_DAY };
    case 'number':
      return {
        values: [null, ...realNumbers(numbersIn(tests), EVERYWHERE)],
        complete: !tests.some(readsDigits),
        today: SOME_DAY,
      };
    case 'text':
    case 'choice':
      return textCandidates(literals, tests);
    case 'list':
      return listCandidates(literals, tests);
    case 'date':
      return dateCandidates(tests);
  }
}

function readsToday(clause: AttributeClause): boolean {
  if (clause.test === 'date') {
    return typeof clause.value !== 'string' || typeof clause.to !== 'string';
  }
  return clause.test === 'age' || clause.test === 'period';
}

/** Does the clause look at parts of a number's digits, e.g. `contains 7`? */
function readsDigits(clause: AttributeClause): boolean {
  return clause.test === 'text' && !['equals', 'not-equals'].includes(clause.operator);
}

/** Every number that a clause about an attribute may tell apart from its neighbours. */
function numbersIn(tests: readonly AttributeClause[]): number[] {
  return tests
    .flatMap((clause) => {
      if (clause.test === 'number') return [clause.value, clause.to];
      if (clause.test === 'text') return [Number(clause.value)];
      if (clause.test === 'one-of' || clause.test === 'list') return clause.values.map(Number);
      return [];
    })
    .filter(Number.isFinite);
}

function thresholdsOf(literals: readonly Literal[]): number[] {
  return literals.flatMap(({ clause }) => {
    if (clause.kind === 'share') return [clause.share];
    return 'to' in clause && typeof clause.value === 'number' ? [clause.value, clause.to] : [];
  });
}

/** Each threshold, a number between each two, one below and one above, all within the interval. */
function realNumbers(thresholds: readonly number[], { min, max }: NumberRange): number[] {
  const inner = thresholds.filter((value) => value >= min && value <= max);
  const ends = [min, max].filter(Number.isFinite);
  const cuts = [...new Set([...inner, ...ends])].sort((a, b) => a - b);
  const first = cuts[0] ?? 0;
  const last = cuts.at(-1) ?? 0;
  const between = cuts.slice(1).map((cut, index) => {
    const before = cuts[index] ?? cut;
    return before / 2 + cut / 2;
  });
  const beyond = [first - Math.max(1, Math.abs(first)), last + Math.max(1, Math.abs(last))];
  return [...cuts, ...between, ...beyond].filter((value) => value >= min && value <= max);
}

/** Whole numbers from 0 that stand for all of them. */
function wholeNumbers(thresholds: readonly number[]): number[] {
  const near = thresholds.flatMap((value) => {
    const whole = Math.floor(value);
    return [whole - 1, whole, whole + 1, whole + 2];
  });
  return [...new Set([0, ...near])].filter((value) => value >= 0);
}

function armOf(clause: TestedClause): string | null {
  return clause.kind === 'arm' ? clause.arm : null;
}

function personaOf(clause: TestedClause): string | null {
  return clause.kind === 'persona' ? clause.persona : null;
}
