import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  applyEdit,
  canShareEqually,
  decideByRule,
  type Edit,
  shareEqually,
  splitByChance,
  takeRest,
} from '../../../src/map/edits';
import {
  chancesAreWritten,
  evenShares,
  newMap,
  outgoingOf,
  restOf,
} from '../../../src/map/records';
import type { RecordInputOf, Touchpoint } from '../../../src/map/schema';

const FROM = 'fromfromfrom';
const TO = 'tototototo-1';
const A = 'transition-a';
const B = 'transition-b';
const C = 'transition-c';
const rule = { kind: 'everyone' } as const;

type Given = Omit<RecordInputOf<'transitions'>, 'from' | 'to'>;

/** A touchpoint with transitions a, b, c in this order. */
function mapOf(kind: Touchpoint['kind'], ...given: Given[]) {
  return newMap({
    touchpoints: { [FROM]: { kind, name: 'Here', owner: 'Ann' }, [TO]: {} },
    segments: { ['segment-one-']: {} },
    transitions: Object.fromEntries(
      given.map((each, at) => [
        [A, B, C][at] ?? '',
        { from: FROM, to: TO, order: `a${String(at)}`, ...each },
      ]),
    ),
  });
}
const chance = (base: number) => ({ chance: { base } });

function after(map: ReturnType<typeof mapOf>, edit: Edit) {
  const next = applyEdit(map, edit).map;
  return {
    map: next,
    kind: next.touchpoints[FROM]?.kind,
    chances: outgoingOf(next, FROM).map(([, each]) => each.chance.base),
    otherwise: outgoingOf(next, FROM).flatMap(([id, each]) => (each.otherwise ? [id] : [])),
  };
}

describe('deciding by rule', () => {
  test('takes the chances out and makes the last transition without a rule the otherwise', () => {
    const bySegment = { 'segment-one-': { value: 0.9 } };
    const map = mapOf('decision', { chance: { base: 0.6, bySegment } }, chance(0.4));
    const result = after(map, decideByRule(FROM));
    expect(result).toMatchObject({ kind: 'decision', chances: [0, 0], otherwise: [B] });
    expect(result.map.transitions[A]?.chance.bySegment).toEqual({});
  });

  test('keeps the rules, their order and an otherwise that is there', () => {
    const map = mapOf('decision', { when: rule, ...chance(0.3) }, { otherwise: true }, chance(0.2));
    const result = after(map, decideByRule(FROM));
    expect(result).toMatchObject({ chances: [0, 0, 0], otherwise: [B] });
    expect(result.map.transitions[A]?.when).toEqual(map.transitions[A]?.when);
  });

  test('leaves transitions that all have a rule without an otherwise', () => {
    const map = mapOf('decision', { when: rule, ...chance(0.3) }, { when: rule });
    expect(after(map, decideByRule(FROM)).otherwise).toEqual([]);
  });
});

describe('splitting by chance', () => {
  test('makes the decision a touchpoint and keeps its chances, rules and all its fields', () => {
    const map = mapOf('decision', { when: rule, ...chance(0.6) }, chance(0.3));
    const { map: next, kind } = after(map, splitByChance(FROM));
    expect(kind).toBe('touchpoint');
    expect(next.transitions).toEqual(map.transitions);
    expect(next.touchpoints[FROM]).toEqual({ ...map.touchpoints[FROM], kind: 'touchpoint' });
  });

  test('shares equally where nobody has written a chance', () => {
    const drawn = mapOf('decision', chance(1), chance(0));
    expect(chancesAreWritten(outgoingOf(drawn, FROM))).toBe(false);
    expect(after(drawn, splitByChance(FROM)).chances).toEqual([0.5, 0.5]);
  });
});

describe('sharing equally', () => {
  test('is among those without a rule, of what the others leave', () => {
    const map = mapOf('touchpoint', { when: rule, ...chance(0.3) }, chance(0.6), chance(0));
    expect(after(map, shareEqually(FROM)).chances).toEqual([0.3, 0.35, 0.35]);
  });

  test('leaves the otherwise as much as each of the others', () => {
    const map = mapOf('touchpoint', chance(1), { otherwise: true, ...chance(0.2) }, chance(0));
    expect(after(map, shareEqually(FROM)).chances).toEqual([0.3333, 0.2, 0.3334]);
  });

  test('is not offered to a single one', () => {
    const offered = (...given: Given[]) =>
      canShareEqually(outgoingOf(mapOf('entry', ...given), FROM));
    expect(offered(chance(1))).toBe(false);
    expect(offered({ when: rule }, chance(1))).toBe(false);
    expect(offered(chance(1), { otherwise: true })).toBe(true);
    expect(offered({ when: rule }, { otherwise: true })).toBe(false);
  });

  test('gives parts that sum to the whole and differ by a hundredth of a percent at most', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 60 }),
        (whole, count) => {
          const parts = evenShares(whole / 1e4, count);
          expect(restOf(1 - whole / 1e4 + parts.reduce((sum, part) => sum + part, 0))).toBe(0);
          expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(1.01e-4);
        },
      ),
    );
  });
});

describe('taking the rest', () => {
  test('adds what the others leave, and changes no other chance', () => {
    const map = mapOf('touchpoint', chance(0.5), chance(0.1), { otherwise: true, ...chance(0.3) });
    expect(after(map, takeRest(B)).chances).toEqual([0.5, 0.5, 0.3]);
  });

  test('is nothing where the others take everybody', () => {
    expect(
      after(mapOf('touchpoint', chance(0.8), chance(0.4), chance(0)), takeRest(C)).chances,
    ).toEqual([0.8, 0.4, 0]);
  });
});
