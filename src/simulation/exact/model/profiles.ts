import type { AttributeDistribution, AttributeValue } from '../../../map/schema';
import { continuousCdf } from './distributionFunction';
import type { ExactModel } from './types';
import { NotExact } from './reasons';
import { FORGOTTEN, type Memory, numberOfValue, type StateVariable, UNDRAWN } from './situation';

/** A kind of customer: what they have on arrival, as far as a rule reads it. */
export interface Profile {
  readonly memory: Memory;
  /** Share of each persona's customers; one number where the map has no personas. */
  readonly weights: Float64Array;
}

/** Profiles one persona may split into. */
const MOST_PROFILES = 20_000;

interface Cell {
  readonly value: number;
  readonly share: number;
}

/** All profiles with their weights: within a persona, the product of the cells. */
export function profilesOf(model: ExactModel): readonly Profile[] {
  const { personaIds, variables } = model;
  const groups = Math.max(1, personaIds.length);
  const found = new Map<string, Profile>();
  const rows = rowsOf(model);
  for (let persona = 0; persona < groups; persona += 1) {
    for (const { row, share } of rows) {
      const dimensions = variables.all.flatMap((variable, k) => {
        const cells = cellsOf(model, variable, k, persona, row);
        return cells ? [{ k, cells }] : [];
      });
      const size = dimensions.reduce((product, { cells }) => product * cells.length, 1);
      if (size * rows.length > MOST_PROFILES) {
        const widest = dimensions.reduce((a, b) => (b.cells.length > a.cells.length ? b : a));
        const { kind, id } = variables.all[widest.k]!;
        const record = kind === 'attribute' ? ({ collection: 'attributes', id } as const) : null;
        throw new NotExact('too-many-states', record, { count: MOST_PROFILES });
      }
      const memory = variables.all.map(initial);
      spread(dimensions, 0, share, memory, (weight) => {
        const key = memory.join();
        let profile = found.get(key);
        if (!profile) {
          profile = { memory: [...memory], weights: new Float64Array(groups) };
          found.set(key, profile);
        }
        profile.weights[persona]! += weight;
      });
    }
  }
  return [...found.values()];
}

function spread(
  dimensions: readonly { k: number; cells: readonly Cell[] }[],
  depth: number,
  weight: number,
  memory: Memory,
  emit: (weight: number) => void,
): void {
  const dimension = dimensions[depth];
  if (!dimension) {
    emit(weight);
    return;
  }
  for (const { value, share } of dimension.cells) {
    if (share === 0) continue;
    memory[dimension.k] = value;
    spread(dimensions, depth + 1, weight * share, memory, emit);
  }
}

function initial({ kind }: StateVariable): number {
  return kind === 'arm' ? UNDRAWN : kind === 'age' ? FORGOTTEN : 0;
}

type DataRowOrNone = Readonly<Record<string, AttributeValue | null>> | null;

/** Rows of imported data that differ in something read, with how many customers each is. */
function rowsOf({
  setup,
  variables,
}: ExactModel): readonly { row: DataRowOrNone; share: number }[] {
  const { rows, scenario } = setup;
  if (rows.length === 0) return [{ row: null, share: 1 }];
  if (scenario.arrivals.kind !== 'cohort') throw new NotExact('arrivals-spread', null);
  const read = variables.all.filter(({ kind }) => kind === 'attribute').map(({ id }) => id);
  const found = new Map<string, { row: DataRowOrNone; share: number }>();
  rows.forEach((row, index) => {
    const customers = Math.ceil((scenario.customers - index) / rows.length);
    if (customers <= 0) return;
    const key = JSON.stringify(read.map((id) => (Object.hasOwn(row, id) ? [row[id]] : 0)));
    const known = found.get(key) ?? { row, share: 0 };
    known.share += customers / scenario.customers;
    found.set(key, known);
  });
  return [...found.values()];
}

/** The values a state variable can have on arrival; null where there is nothing to choose. */
function cellsOf(
  { setup: { map }, personaIds, cuts }: ExactModel,
  variable: StateVariable,
  k: number,
  persona: number,
  row: DataRowOrNone,
): readonly Cell[] | null {
  if (variable.kind === 'persona') {
    const isTold = variable.thresholds.has(persona) && personaIds.length > 0;
    return [{ value: isTold ? persona : personaIds.length, share: 1 }];
  }
  if (variable.kind === 'share') {
    const inner = [...variable.thresholds].filter((share) => share > 0 && share < 1);
    const limits = [0, ...inner.sort((a, b) => a - b), 1];
    return limits.slice(1).map((to, i) => ({
      value: (limits[i]! + to) / 2,
      share: to - limits[i]!,
    }));
  }
  if (variable.kind !== 'attribute') return null;
  const cut = cuts[k]!;
  const one = (value: AttributeValue | null) => [
    { value: numberOfValue(variable, value, cut), share: 1 },
  ];
  if (row && Object.hasOwn(row, variable.id)) return one(row[variable.id] ?? null);
  const attributes = personaIds.length > 0 ? map.personas[personaIds[persona]!]!.attributes : {};
  if (!Object.hasOwn(attributes, variable.id)) return one(map.attributes[variable.id]!.default);
  const merged = new Map<number, number>();
  for (const { value, share } of valuesOf(attributes[variable.id]!, variable)) {
    const number = numberOfValue(variable, value, cut);
    merged.set(number, (merged.get(number) ?? 0) + share);
  }
  return [...merged].map(([value, share]) => ({ value, share }));
}

/** A distribution as values with shares; a range becomes one value between each pair of thresholds. */
function valuesOf(
  distribution: AttributeDistribution,
  variable: StateVariable,
): readonly { value: AttributeValue; share: number }[] {
  const cdf = continuousCdf(distribution);
  if (cdf) return betweenThresholds(cdf, [...variable.thresholds]);
  switch (distribution.family) {
    case 'fixed':
      return [{ value: distribution.value, share: 1 }];
    case 'flag':
      return [
        { value: true, share: distribution.share },
        { value: false, share: 1 - distribution.share },
      ];
    case 'choice': {
      const { options } = distribution;
      const total = options.reduce((sum, { share }) => sum + share, 0);
      return options.map(({ value, share }) => ({ value, share: share / total }));
    }
    case 'empirical': {
      const { values } = distribution;
      return values.map((value) => ({ value, share: 1 / values.length }));
    }
    default:
      // A range without width is its only value.
      return [{ value: 'min' in distribution ? (distribution.min ?? 0) : 0, share: 1 }];
  }
}

function betweenThresholds(
  cdf: (x: number) => number,
  thresholds: number[],
): readonly { value: number; share: number }[] {
  const sorted = thresholds.sort((a, b) => a - b);
  if (sorted.length === 0) return [{ value: 0.5, share: 1 }];
  const at = sorted.map(cdf);
  return [...sorted, Infinity].map((to, i) => {
    const from = i === 0 ? -Infinity : sorted[i - 1]!;
    const value = i === 0 ? to - 1 : to === Infinity ? from + 1 : from + (to - from) / 2;
    return { value, share: (at[i] ?? 1) - (i === 0 ? 0 : at[i - 1]!) };
  });
}
