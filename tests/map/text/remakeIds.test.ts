import { describe, expect, test } from 'vitest';
import { isId } from '../../../src/map/schema';
import { type Json } from '../../../src/map/shape';
import { Refusal, Repairs } from '../../../src/map/text/finding';
import { remakeIds } from '../../../src/map/text/remakeIds';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';

function remade(raw: Json) {
  const root = structuredClone(raw);
  const repairs = new Repairs();
  remakeIds(root, repairs);
  return { root, told: repairs.listed };
}
/** The id a stage of this name gets. */
const stageId = (name: string) =>
  Object.keys(remade({ stages: { [name]: {} } }).root.stages as Json)[0]!;

describe('ids that are ids', () => {
  test('stay, whatever stands around them', () => {
    const raw = {
      id: A,
      stages: { [A]: { name: 'short', later: { x: 1 } } },
      touchpoints: { [B]: { stage: A, images: { [A]: true } } },
      other: { x: { id: 'y' } },
    };
    expect(remade(raw)).toEqual({ root: raw, told: [] });
  });
});

describe('an id that is none', () => {
  test('becomes the same sixteen characters each time, by its collection and itself', () => {
    expect(stageId('s')).toBe(stageId('s'));
    expect(stageId('s')).toHaveLength(16);
    expect(isId(stageId('s'))).toBe(true);
    const names = ['s', 't', '', 'st', 'ts', 'x'.repeat(30), 'ß', 'hasOwnProperty'];
    expect(new Set(names.map(stageId)).size).toBe(names.length);
    const { root } = remade({ stages: { s: {} }, pains: { s: {} } });
    expect(Object.keys(root.pains as Json)[0]).not.toBe(stageId('s'));
  });

  test('is the same in every version of this program', () => {
    // A file opened yesterday must give the same ids today.
    expect([stageId('s'), stageId('Stage 1')]).toEqual(['fOfHO7BCWmIvbkkN', 'z3KmS6vXOv2JfF-D']);
  });

  test('is told with its place, its old and its new self', () => {
    expect(remade({ stages: { 'a/b': {} } }).told).toEqual([
      {
        code: 'id-remade',
        pointer: '/stages/a~1b',
        params: { from: 'a/b', to: stageId('a/b') },
      },
    ]);
  });

  test('of the map itself is remade and told', () => {
    const { root, told } = remade({ id: 'x' });
    expect(isId(root.id)).toBe(true);
    expect(told).toEqual([
      { code: 'id-remade', pointer: '/id', params: { from: 'x', to: root.id } },
    ]);
  });

  test('is followed by values, keys and whatever names its collection itself', () => {
    const { root, told } = remade({
      stages: { s: {} },
      touchpoints: {
        t: { stage: 's', images: { i: true } },
        u: { stage: null, effects: { e: { attribute: 'a' } } },
      },
      images: { i: { asset: A } },
      attributes: { a: {} },
      comments: { c: { target: { collection: 'stages', id: 's' }, parent: 'c' } },
      kpis: { k: { scope: { kind: 'stage', id: 's' } } },
      segments: {
        g: {
          rule: { kind: 'group', rules: [{ kind: 'everyone' }, { kind: 'segment', segment: 'g' }] },
        },
      },
    });
    const only = (name: string) => Object.entries(root[name] as Record<string, Json>)[0]!;
    const [stage] = only('stages');
    const [image] = only('images');
    const [, touchpoint] = only('touchpoints');
    expect(touchpoint).toEqual({ stage, images: { [image]: true } });
    const other = Object.values(root.touchpoints as Record<string, Json>)[1]!;
    expect(other.stage).toBeNull();
    const effects = Object.entries(other.effects as Record<string, Json>);
    expect(effects[0]?.[1]).toEqual({ attribute: only('attributes')[0] });
    expect(isId(effects[0]?.[0])).toBe(true);
    const [comment, { target, parent }] = only('comments');
    expect([target, parent]).toEqual([{ collection: 'stages', id: stage }, comment]);
    expect(only('kpis')[1]).toEqual({ scope: { kind: 'stage', id: stage } });
    const [segment, { rule }] = only('segments');
    expect(rule).toMatchObject({ rules: [{}, { segment }] });
    // Ids are reported where they are given, not where they are named.
    expect(told.map(({ pointer }) => pointer).sort()).toEqual([
      '/attributes/a',
      '/comments/c',
      '/images/i',
      '/kpis/k',
      '/segments/g',
      '/stages/s',
      '/touchpoints/t',
      '/touchpoints/u',
      '/touchpoints/u/effects/e',
    ]);
  });

  test('may be the arm of a campaign, whose words stay words', () => {
    const arm = (name: string) => {
      const { root } = remade({
        campaigns: { [A]: { variants: { v: {} } } },
        segments: { [A]: { rule: { kind: 'arm', campaign: A, arm: name } } },
      });
      const { variants } = (root.campaigns as Record<string, { variants: Json }>)[A]!;
      const { rule } = (root.segments as Record<string, { rule: Json }>)[A]!;
      return [rule.arm, Object.keys(variants)[0]];
    };
    expect(arm('control')[0]).toBe('control');
    expect(arm('treated')[0]).toBe('treated');
    const [named, variant] = arm('v');
    expect(named).toBe(variant);
  });

  test('leaves texts and values of any other kind alone', () => {
    const raw = {
      title: 'x',
      stages: { [A]: { name: 's', owner: 5, order: [] } },
      touchpoints: { [A]: { stage: 5, images: [], position: 'x', effects: null } },
      segments: { [A]: { rule: { kind: 'unknown', segment: 's' } } },
    };
    expect(remade(raw)).toEqual({ root: raw, told: [] });
  });
});

test('two ids that would become one are refused', () => {
  const taken = { stages: { s: {}, [stageId('s')]: {} } };
  for (const stages of [taken.stages, Object.fromEntries(Object.entries(taken.stages).reverse())]) {
    expect(() => remade({ stages })).toThrow(
      expect.objectContaining({
        finding: { code: 'same-id-twice', pointer: '/stages/s', params: { id: 's' } },
      }),
    );
  }
  expect(() => remade({ stages: { s: {}, t: {} } })).not.toThrow(Refusal);
});
