import { describe, expect, test } from 'vitest';
import { Delay } from '../../src/map/schema';
import {
  campaigns,
  changes,
  column,
  fixed,
  found,
  id,
  keys,
  lift,
  loose,
  mapOf,
  offers,
  people,
  soundMap,
  told,
  transition,
  transitionTable,
} from './support';

const at = (...names: string[]) => ({
  touchpoints: Object.fromEntries(names.map((name) => [id(name), true as const])),
});

describe('a campaign without a touchpoint', () => {
  const rule = 'campaign-without-touchpoint';
  const emotion = (touchpoint: string, order: string) => ({
    kind: 'emotion' as const,
    touchpoint: id(touchpoint),
    order,
  });

  test('is a hint while it is an idea', () => {
    const severities = ['idea', 'planned', 'running', 'paused', 'ended'].map((status) => {
      const [problem] = found(soundMap(campaigns({ ...at(), status })), rule);
      return problem?.severity;
    });
    expect(severities).toEqual(['hint', 'warning', 'warning', 'warning', 'warning']);
  });

  test('without effects that say where it works, nothing is offered', () => {
    expect(offers(soundMap(campaigns(at())), rule)).toEqual([[]]);
    const gone = campaigns({ ...at(), effects: lift('gone') });
    expect(offers(soundMap(gone), rule)).toEqual([[]]);
    const lost = campaigns({ ...at(), effects: { [id('e')]: emotion('gone', 'a0') } });
    expect(offers(soundMap(lost), rule)).toEqual([[]]);
  });

  test('is attached where its lifts begin and where it changes emotions, each once', () => {
    const effects = {
      [id('one')]: emotion('end', 'a0'),
      [id('two')]: { kind: 'lift', transition: id('go'), order: 'a1' },
      [id('three')]: emotion('start', 'a2'),
    };
    const map = soundMap(campaigns({ ...at(), effects }));
    expect(told(map, rule)[0]?.labels).toEqual({ attach: { touchpoints: 'End, Start' } });
    expect(changes(map, rule, 'attach')).toEqual([
      'campaigns/mail-0/touchpoints/end = true',
      'campaigns/mail-0/touchpoints/start = true',
    ]);
  });
});

describe('a campaign where nobody comes', () => {
  const rule = 'campaign-unreachable';

  test('is reported once with all such touchpoints, and detached from those only', () => {
    const map = soundMap({
      touchpoints: { ...loose(), [id('lost')]: { name: 'Lost' } },
      ...campaigns(at('middle', 'loose', 'lost')),
    });
    expect(told(map, rule)).toEqual([
      {
        severity: 'warning',
        key: 'campaigns/mail-0:',
        values: { name: 'Mail', touchpoints: 'Loose, Lost', count: 2 },
        also: ['touchpoints/loose', 'touchpoints/lost'],
      },
    ]);
    expect(changes(map, rule, 'detach')).toEqual([
      'campaigns/mail-0/touchpoints/loose = nothing',
      'campaigns/mail-0/touchpoints/lost = nothing',
    ]);
  });

  test('is not told before anybody can walk', () => {
    expect(keys(mapOf({ touchpoints: loose(), ...campaigns(at('loose')) }), rule)).toEqual([]);
  });
});

describe('a lift out of reach', () => {
  const rule = 'campaign-lift-out-of-reach';

  test('begins at a touchpoint that nobody comes to from where the campaign is', () => {
    const map = (...starts: string[]) =>
      soundMap({
        touchpoints: { [id('more')]: { name: 'More' } },
        transitions: transitionTable(transition('end', 'more'), transition('more', 'start')),
        ...campaigns({ ...at(...starts), effects: lift('way-1') }),
      });
    expect(keys(map('start'), rule)).toEqual([]);
    expect(keys(map('end'), rule)).toEqual([]);
    expect(keys(map('more'), rule)).toEqual([]);
    expect(keys(map(), rule)).toEqual([]);
    const back = soundMap(campaigns({ ...at('end'), effects: lift('finish') }));
    expect(keys(back, rule)).toEqual(['campaigns/mail-0:lift']);
  });

  test('each lift is reported by itself, emotions and missing transitions are not', () => {
    const effects = {
      [id('e')]: { kind: 'emotion', touchpoint: id('start') },
      [id('gone')]: { kind: 'lift', transition: id('gone') },
      [id('one')]: { kind: 'lift', transition: id('go') },
      [id('two')]: { kind: 'lift', transition: id('finish') },
    };
    const map = soundMap(campaigns({ ...at('end'), effects }));
    expect(keys(map, rule)).toEqual(['campaigns/mail-0:one', 'campaigns/mail-0:two']);
  });

  test('the fixes are for the lift that was told', () => {
    const effects = {
      [id('one')]: { kind: 'lift', transition: id('go') },
      [id('two')]: { kind: 'lift', transition: id('finish') },
    };
    const map = soundMap(campaigns({ ...at('end'), effects }));
    const [, second] = found(map, rule);
    const after = (fix: string) => fixed(map, second, fix).campaigns[id('mail-0')];
    expect(Object.keys(after('remove')?.effects ?? {})).toEqual([id('one')]);
    expect(after('attach')?.touchpoints).toEqual({ [id('end')]: true, [id('middle')]: true });
  });
});

describe('a campaign that contacts nobody', () => {
  const rule = 'campaign-contacts-nobody';
  const variants = (...shares: number[]) => ({
    variants: Object.fromEntries(
      shares.map((share, index) => [id(`v${String(index)}`), { share }]),
    ),
  });

  test('says each reason by itself, with the fix for it', () => {
    const map = soundMap(campaigns({ controlShare: 1, maxContacts: 0, ...variants(0, 0) }));
    expect(told(map, rule).map(({ key, variant }) => [key, variant])).toEqual([
      ['campaigns/mail-0:control', 'control'],
      ['campaigns/mail-0:cap', 'cap'],
      ['campaigns/mail-0:variants', 'variants'],
    ]);
    expect(offers(map, rule)).toEqual([['control'], ['cap'], ['variants']]);
    const last = found(map, rule).at(-1);
    const mended = fixed(map, last, 'variants').campaigns[id('mail-0')]?.variants;
    expect(Object.values(mended ?? {}).map(({ share }) => share)).toEqual([0.5, 0.5]);
  });

  test('one variant with a share, or no variants at all, contact somebody', () => {
    expect(keys(soundMap(campaigns(variants(0, 0.1))), rule)).toEqual([]);
    expect(keys(soundMap(campaigns({})), rule)).toEqual([]);
    expect(keys(soundMap(campaigns({ maxContacts: null })), rule)).toEqual([]);
  });
});

describe('campaigns that collide', () => {
  const rule = 'campaign-collision';
  const both = (...list: object[]) => keys(soundMap(campaigns(...list)), rule);

  test('are planned or running, through one channel however it is written', () => {
    const collide = ['campaigns/mail-0:mail-1'];
    expect(both({}, {})).toEqual(collide);
    expect(both({ status: 'running' }, { channel: ' E-Mail ' })).toEqual([]);
    expect(both({ channel: 'E-Mail' }, { channel: ' e-mail ' })).toEqual(collide);
    expect(both({ channel: ' ' }, { channel: '' })).toEqual([]);
    expect(both({ channel: 'email' }, { channel: 'phone' })).toEqual([]);
    for (const status of ['idea', 'paused', 'ended']) expect(both({}, { status })).toEqual([]);
  });

  test('every pair is reported', () => {
    expect(both({}, {}, {})).toEqual([
      'campaigns/mail-0:mail-1',
      'campaigns/mail-0:mail-2',
      'campaigns/mail-1:mail-2',
    ]);
  });

  test('at the touchpoint that is reached within the day, from either of the two', () => {
    const pair = (first: string, second: string) =>
      told(soundMap(campaigns(at(first), at(second))), rule).map(({ values }) => values.at);
    expect(pair('start', 'end')).toEqual(['End']);
    expect(pair('end', 'start')).toEqual(['End']);
    expect(pair('middle', 'middle')).toEqual(['Middle']);
  });

  test('where it cannot be proved that anybody gets both, it is a hint', () => {
    const name = { [id('name')]: { name: 'Name', type: 'text' as const } };
    const named = (value: string) => ({
      name: value,
      rule: {
        kind: 'attribute' as const,
        test: 'text' as const,
        attribute: id('name'),
        operator: 'matches' as const,
        value,
      },
    });
    const map = soundMap({
      attributes: name,
      segments: { [id('one')]: named('^a.*z$'), [id('two')]: named('^.*(q|x)+.*$') },
      ...campaigns({ segment: id('one') }, { segment: id('two') }),
    });
    expect(told(map, rule).map(({ severity }) => severity)).toEqual(['hint']);
  });

  test('two segments without a member in common are apart, one and everybody are not', () => {
    const of = (...list: (string | null)[]) =>
      keys(
        soundMap({
          ...people,
          ...campaigns(...list.map((one) => ({ segment: one === null ? null : id(one) }))),
        }),
        rule,
      );
    expect(of('old', 'young')).toEqual([]);
    expect(of('young', 'old')).toEqual([]);
    expect(of(null, 'young')).toHaveLength(1);
    expect(of('old', null)).toHaveLength(1);
    expect(of('old', 'old')).toHaveLength(1);
  });
});

describe('within a day', () => {
  const delayed = (...delays: object[]) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'].slice(0, delays.length + 1);
    const touchpoints = column(
      Object.fromEntries(
        names.map((name, index) => [name, index === 0 ? { kind: 'entry' as const } : {}]),
      ),
    );
    const transitions = transitionTable(
      ...delays.map((delay, index) =>
        transition(names[index] ?? '', names[index + 1] ?? '', { delay: Delay.parse(delay) }),
      ),
    );
    const ends = campaigns(at('a'), at(names.at(-1) ?? ''));
    return keys(mapOf({ touchpoints, transitions, ...ends }), 'campaign-collision').length > 0;
  };
  const days = (value: number) => ({ family: 'constant', value });

  test('is less than a day of waits in sum, over at most three transitions', () => {
    expect(delayed(days(0.999))).toBe(true);
    expect(delayed(days(1))).toBe(false);
    expect(delayed(days(0.5), days(0.49))).toBe(true);
    expect(delayed(days(0.5), days(0.5))).toBe(false);
    expect(delayed(days(0), days(0), days(0))).toBe(true);
    expect(delayed(days(0), days(0), days(0), days(0))).toBe(false);
  });

  test.each([
    [
      { family: 'uniform', min: 0, max: 1.9 },
      { family: 'uniform', min: 0.5, max: 1.5 },
    ],
    [
      { family: 'triangular', min: 0, mode: 0.9, max: 2 },
      { family: 'triangular', min: 0, mode: 1, max: 2 },
    ],
    [
      { family: 'pert', min: 0, mode: 0.9, max: 2 },
      { family: 'pert', min: 0, mode: 1, max: 2 },
    ],
    [
      { family: 'exponential', mean: 0.9 },
      { family: 'exponential', mean: 1 },
    ],
    [
      { family: 'gamma', shape: 3, scale: 0.3 },
      { family: 'gamma', shape: 4, scale: 0.25 },
    ],
    [
      { family: 'weibull', shape: 9, scale: 0.9 },
      { family: 'weibull', shape: 0.1, scale: 1 },
    ],
    [
      { family: 'lognormal', median: 0.9, sigma: 9 },
      { family: 'lognormal', median: 1, sigma: 0.1 },
    ],
    [
      { family: 'truncated-normal', mean: 0.9, sd: 5, min: 0 },
      { family: 'truncated-normal', mean: 1, sd: 0.1, min: 0 },
    ],
    [
      { family: 'truncated-normal', mean: -4, sd: 5, min: 0.5 },
      { family: 'truncated-normal', mean: -4, sd: 5, min: 1 },
    ],
    [
      { family: 'empirical', values: [0, 0, 2.9] },
      { family: 'empirical', values: [0, 1, 2] },
    ],
  ])('%j is, %j is not', (soon, late) => {
    expect(delayed(soon)).toBe(true);
    expect(delayed(late)).toBe(false);
  });

  test('the shorter of two paths counts, whichever is found first', () => {
    const touchpoints = column({ a: { kind: 'entry' }, b: {}, c: {}, d: {} });
    const wait = (value: number) => ({ delay: { family: 'constant', value } });
    const found = (direct: number) =>
      keys(
        mapOf({
          touchpoints,
          transitions: transitionTable(
            transition('a', 'c', wait(direct)),
            transition('a', 'b', wait(0)),
            transition('b', 'c', wait(0)),
            transition('c', 'd', wait(0.5)),
          ),
          ...campaigns(at('a'), at('d')),
        }),
        'campaign-collision',
      );
    expect(found(0.9)).toHaveLength(1);
    expect(found(5)).toHaveLength(1);
  });
});

test('a cap on contacts is lifted for that campaign alone', () => {
  const map = soundMap(campaigns({ maxContacts: 1 }, { maxContacts: 0 }));
  expect(changes(map, 'campaign-contacts-nobody', 'cap')).toEqual([
    'campaigns/mail-1/maxContacts = null',
  ]);
});
