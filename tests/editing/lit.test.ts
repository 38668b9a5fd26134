import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '../../src/editing/display';
import { newMap } from '../../src/map/records';
import { filtered } from '../../src/editing/lit/filtered';
import { litPathsOf } from '../../src/editing/lit/paths';

const ID = {
  see: 'stage-of-see',
  buy: 'stage-of-buy',
  ad: 'touchpoint-ad',
  blog: 'touchpoint-blog',
  form: 'touchpoint-form',
  paid: 'touchpoint-paid',
  ben: 'persona-of-ben',
  new: 'segment-of-new',
  mail: 'campaign-mail',
} as const;

/** An ad and a blog lead to a form, the form to a paid order, which leads back to the blog. */
const map = newMap({
  stages: { [ID.see]: { name: 'See', owner: 'Marketing' }, [ID.buy]: { name: 'Buy', order: 'a1' } },
  touchpoints: {
    [ID.ad]: { stage: ID.see, name: 'Ad', kind: 'entry', position: { x: 40, y: 0 } },
    [ID.blog]: { stage: ID.see, name: 'Blog', channel: 'web', position: { x: 40, y: 160 } },
    [ID.form]: { stage: ID.buy, name: 'Form', channel: 'app', owner: 'Product' },
    [ID.paid]: { stage: ID.buy, name: 'Paid', channel: 'app', position: { x: 40, y: 160 } },
  },
  transitions: {
    'transition-ad-form': { from: ID.ad, to: ID.form },
    'transition-blog-form': {
      from: ID.blog,
      to: ID.form,
      chance: { base: 0.2, bySegment: { [ID.new]: { value: 0.4 } } },
    },
    'transition-form-paid': { from: ID.form, to: ID.paid },
    'transition-paid-blog': { from: ID.paid, to: ID.blog },
  },
  personas: { [ID.ben]: { name: 'Ben' } },
  segments: { [ID.new]: { name: 'New' } },
  campaigns: { [ID.mail]: { name: 'Mail', touchpoints: { [ID.paid]: true } } },
});

describe('what is selected lights its paths', () => {
  const litIn = (
    of: typeof map,
    collection: 'touchpoints' | 'transitions' | 'campaigns' | 'segments',
    id: string,
  ) => {
    const found = litPathsOf(of, { collection, id });
    return [[...(found?.items ?? [])].sort(), [...(found?.transitions ?? [])].sort()];
  };
  const lit = (collection: Parameters<typeof litIn>[1], id: string) => litIn(map, collection, id);
  const without = (transition: string) => ({
    ...map,
    transitions: Object.fromEntries(
      Object.entries(map.transitions).filter(([id]) => id !== transition),
    ),
  });
  const withoutTheWayBack = without('transition-paid-blog');
  const withoutTheAd = without('transition-ad-form');

  test('a touchpoint: all that can lead to it and all it can lead to, also by a way back', () => {
    expect(lit('touchpoints', ID.ad)).toEqual([
      [ID.ad, ID.blog, ID.form, ID.paid],
      Object.keys(map.transitions).sort(),
    ]);
  });

  test('a touchpoint: not what neither leads to it nor follows from it', () => {
    // The ad and the blog lead to the same form, but nobody goes from one to the other.
    const [items, transitions] = litIn(withoutTheWayBack, 'touchpoints', ID.blog);
    expect(items).toEqual([ID.blog, ID.form, ID.paid]);
    expect(transitions).toEqual(['transition-blog-form', 'transition-form-paid']);
  });

  test('a touchpoint: what lies before it in the journey but is reached from it', () => {
    const [items] = litIn(withoutTheAd, 'touchpoints', ID.paid);
    expect(items).toEqual([ID.blog, ID.form, ID.paid]);
  });

  test('a transition: what lies before and behind it', () => {
    expect(litIn(withoutTheWayBack, 'transitions', 'transition-blog-form')).toEqual([
      [ID.blog, ID.form, ID.paid],
      ['transition-blog-form', 'transition-form-paid'],
    ]);
  });

  test('what has no place of its own: all that speaks of it', () => {
    expect(lit('campaigns', ID.mail)[0]).toEqual([ID.paid]);
    expect(lit('segments', ID.new)).toEqual([[ID.blog, ID.form], ['transition-blog-form']]);
  });

  test('a stage, or what nothing speaks of, leaves everything as it is', () => {
    expect(litPathsOf(map, { collection: 'stages', id: ID.see })).toBeNull();
    expect(litPathsOf(map, { collection: 'personas', id: ID.ben })).toBeNull();
  });

  test('what no transition leads to or from dims nothing', () => {
    const alone = { ...map, transitions: {} };
    expect(litPathsOf(alone, { collection: 'touchpoints', id: ID.ad })).toBeNull();
    expect(litPathsOf(map, { collection: 'touchpoints', id: ID.ad })).not.toBeNull();
  });
});

describe('a filter', () => {
  const met = (filter: Partial<typeof NO_FILTER>) =>
    [...(filtered(map, { ...NO_FILTER, ...filter }, null)?.items ?? [])].sort();

  test('that asks for nothing lights nothing and dims nothing', () => {
    expect(filtered(map, NO_FILTER, null)).toBeNull();
  });

  test('takes any of what one part asks for, and only what every part asks for', () => {
    expect(met({ channels: ['app', 'web'] })).toEqual([ID.blog, ID.form, ID.paid]);
    expect(met({ channels: ['app', 'web'], owners: ['Product'] })).toEqual([ID.form]);
  });

  test('counts the owner of a stage for touchpoints that have none', () => {
    expect(met({ owners: ['Marketing'] })).toEqual([ID.ad, ID.blog]);
  });

  test('finds where campaigns act and where a segment has a chance of its own', () => {
    expect(met({ campaigns: { [ID.mail]: true } })).toEqual([ID.paid]);
    expect(met({ segments: { [ID.new]: true } })).toEqual([ID.blog, ID.form]);
  });

  test('lights the transitions between what it finds', () => {
    const found = filtered(map, { ...NO_FILTER, channels: ['app'] }, null);
    expect([...(found?.transitions ?? [])]).toEqual(['transition-form-paid']);
  });
});
