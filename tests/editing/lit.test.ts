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
  const lit = (
    collection: 'touchpoints' | 'transitions' | 'campaigns' | 'segments',
    id: string,
  ) => {
    const found = litPathsOf(map, { collection, id });
    return [[...(found?.items ?? [])].sort(), [...(found?.transitions ?? [])].sort()];
  };

  test('a touchpoint: what leads to it and where it leads, and transitions back that touch it', () => {
    expect(lit('touchpoints', ID.ad)).toEqual([
      [ID.ad, ID.form, ID.paid],
      ['transition-ad-form', 'transition-form-paid'],
    ]);
    expect(lit('touchpoints', ID.blog)[1]).toEqual([
      'transition-blog-form',
      'transition-form-paid',
      'transition-paid-blog',
    ]);
  });

  test('a transition: what lies before and behind it', () => {
    expect(lit('transitions', 'transition-blog-form')[0]).toEqual([ID.blog, ID.form, ID.paid]);
  });

  test('what has no place of its own: all that speaks of it', () => {
    expect(lit('campaigns', ID.mail)[0]).toEqual([ID.paid]);
    expect(lit('segments', ID.new)).toEqual([[ID.blog, ID.form], ['transition-blog-form']]);
  });

  test('a stage, or what nothing speaks of, leaves everything as it is', () => {
    expect(litPathsOf(map, { collection: 'stages', id: ID.see })).toBeNull();
    expect(litPathsOf(map, { collection: 'personas', id: ID.ben })).toBeNull();
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
