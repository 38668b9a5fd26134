import type { JourneyMap, JourneyMapInput } from '../../src/map/schema';

import { id, mapOf, soundMap, way, ways } from './support';

/** A map that triggers a rule, one that nearly does, and the fixes after which it is gone. */
export interface Case {
  readonly bad: JourneyMap;
  readonly near: JourneyMap;
  /** Ids of all fixes on offer, in their order. */
  readonly fixes: readonly string[];
}

type Touchpoints = NonNullable<JourneyMapInput['touchpoints']>;

const over = { operator: 'more', value: 50, test: 'number', kind: 'attribute' } as const;
const under = { operator: 'less', value: 40, test: 'number', kind: 'attribute' } as const;
const age = { [id('age')]: { name: 'Age', type: 'number' } } as const;
const old = { ...over, attribute: id('age') };
const young = { ...under, attribute: id('age') };
const everyone = { kind: 'everyone' } as const;

/** Start → decision → end and loss, with the transitions given. */
function decision(transitions: ReturnType<typeof ways>, more: Touchpoints = {}) {
  return mapOf({
    attributes: age,
    touchpoints: {
      [id('start')]: { name: 'Start', kind: 'entry' },
      [id('choice')]: { name: 'Choice', kind: 'decision' },
      [id('end')]: { name: 'End', kind: 'outcome' },
      [id('lost')]: { name: 'Lost', kind: 'outcome', outcome: 'loss' },
      ...more,
    },
    transitions: { [id('go')]: way('start', 'choice'), ...transitions },
  });
}

const plan = (choices: string[]) => ({
  attributes: { [id('plan')]: { name: 'Plan', type: 'choice' as const, choices } },
});
const planIs = (value: string) =>
  ({ kind: 'attribute', attribute: id('plan'), test: 'text', operator: 'equals', value }) as const;

const mail = (more: object = {}) => ({
  name: 'Mail',
  touchpoints: { [id('middle')]: true as const },
  channel: 'email',
  status: 'planned' as const,
  ...more,
});
const campaigns = (...list: object[]) => ({
  campaigns: Object.fromEntries(list.map((one, index) => [id(`mail-${index}`), mail(one)])),
});
const lift = (transition: string) => ({
  [id('lift')]: { kind: 'lift' as const, transition: id(transition), factor: 2 },
});

const loose = (kind: 'touchpoint' | 'decision' | 'entry' = 'touchpoint') => ({
  [id('loose')]: { name: 'Loose', kind, stage: id('stage'), reviewedAt: '2026-06-01' },
});
const halfWay = { [id('go')]: way('start', 'middle', { chance: { base: 0.5 } }) };

const cards = (transitions: ReturnType<typeof ways>) =>
  mapOf({
    touchpoints: { [id('a')]: { name: 'A' }, [id('b')]: { name: 'B' }, [id('c')]: { name: 'C' } },
    transitions,
  });

const twoStages = (touchpoints: Touchpoints, transitions: ReturnType<typeof ways>) =>
  mapOf({
    stages: {
      [id('one')]: { name: 'One', order: 'a0' },
      [id('two')]: { name: 'Two', order: 'a1' },
    },
    touchpoints: {
      [id('start')]: { kind: 'entry', stage: id('one') },
      [id('stay')]: { stage: id('one') },
      [id('end')]: { kind: 'outcome', stage: id('two') },
      ...touchpoints,
    },
    transitions,
  });

const chances = (first: object, second: object, more: object = {}) =>
  soundMap({
    ...more,
    transitions: {
      ...ways(way('middle', 'end', { chance: first })),
      [id('finish')]: way('middle', 'end', {
        chance: second,
        label: 'other',
        delay: { family: 'constant', value: 1 },
      }),
    },
  });
const row = (segment: string, value: number) => ({ [id(segment)]: { value } });

const kpi = (more: object) =>
  soundMap({
    kpis: {
      [id('kpi')]: {
        name: 'Conversion',
        metric: { kind: 'catalogue', id: 'conversion' },
        target: 0.2,
        actuals: { [id('actual')]: { date: '2026-05-01', value: 0.1 } },
        ...more,
      },
    },
  });

const segment = (more: object, extra: object = {}) =>
  soundMap({ attributes: age, segments: { [id('seg')]: { name: 'Seg', ...more } }, ...extra });

const effect = (attribute: string, value: string | number) => ({
  [id('middle')]: {
    name: 'Middle',
    stage: id('stage'),
    reviewedAt: '2026-06-01',
    effects: { [id('effect')]: { attribute: id(attribute), value } },
  },
});

const many = (count: number): Touchpoints =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      id(`extra-${index}`),
      { name: 'Extra', stage: id('stage'), reviewedAt: '2026-06-01' },
    ]),
  );

const chancesOf = (chance: object, second: object) =>
  soundMap({
    transitions: {
      [id('finish')]: way('middle', 'end', { chance }),
      ...ways(way('middle', 'end', { chance, ...second })),
    },
  });
const season = (from: string, to: string, repeats: string) => ({
  schedule: { [id('window')]: { from, to, repeats } },
});
const people = {
  attributes: age,
  segments: {
    [id('old')]: { name: 'Old', rule: old },
    [id('young')]: { name: 'Young', rule: young },
  },
};
const override = (path: string) => ({
  [id('change')]: { collection: 'transitions' as const, id: id('go'), path, value: 0.1 },
});
const sub = (map: string): Touchpoints => ({
  [id('middle')]: { name: 'Middle', subJourney: { map: id(map), title: 'Detail' } },
});

export const CASES: Readonly<Record<string, Case>> = {
  'not-connected': {
    bad: cards({}),
    near: cards(ways(way('a', 'b'))),
    fixes: ['line'],
  },
  'no-entry': {
    bad: cards(ways(way('a', 'b'), way('b', 'c'))),
    near: cards({}),
    fixes: ['first'],
  },
  'no-outcome': {
    bad: cards(ways(way('a', 'b'), way('b', 'c'))),
    near: soundMap(),
    fixes: ['ends'],
  },
  'entry-weights-zero': {
    bad: soundMap({ touchpoints: { [id('start')]: { kind: 'entry', weight: { base: 0 } } } }),
    near: soundMap({ touchpoints: { [id('start')]: { kind: 'entry', weight: { base: 0.1 } } } }),
    fixes: ['even'],
  },
  unreachable: {
    bad: soundMap({
      transitions: halfWay,
      touchpoints: { [id('loose')]: { stage: id('stage'), position: { x: 0, y: 300 } } },
    }),
    near: soundMap({ transitions: ways(way('middle', 'loose')), touchpoints: loose() }),
    fixes: ['connect', 'entry'],
  },
  'unreachable:nobody drops off before it': {
    bad: soundMap({ touchpoints: loose('decision') }),
    near: soundMap({ touchpoints: loose('entry') }),
    fixes: [],
  },
  'dead-end': {
    bad: soundMap({ transitions: ways(way('middle', 'loose')), touchpoints: loose() }),
    near: soundMap({
      transitions: ways(way('middle', 'loose')),
      touchpoints: { [id('loose')]: { dropOffAfter: 30 } },
    }),
    fixes: ['outcome'],
  },
  endless: {
    bad: soundMap({
      touchpoints: loose(),
      transitions: ways(way('start', 'loose'), way('loose', 'loose')),
    }),
    near: soundMap({
      touchpoints: loose(),
      transitions: ways(way('start', 'loose'), way('loose', 'loose', { chance: { base: 0.9 } })),
    }),
    fixes: [],
  },
  'stage-nobody-leaves': {
    bad: twoStages({}, ways(way('start', 'stay'), way('stay', 'start', { chance: { base: 0.5 } }))),
    near: twoStages({}, ways(way('start', 'stay'), way('stay', 'end', { chance: { base: 0.5 } }))),
    fixes: ['next'],
  },
  'outcome-with-way-out': {
    bad: soundMap({ transitions: ways(way('end', 'start')) }),
    near: soundMap(),
    fixes: ['remove', 'touchpoint'],
  },
  'chances-over-one': {
    bad: chances({ base: 0.6 }, { base: 0.5 }),
    near: chances({ base: 0.1 + 0.2 }, { base: 0.7 }),
    fixes: ['scale'],
  },
  'chances-over-one:for people in two segments': {
    bad: chances(
      { base: 0.2, bySegment: row('old', 0.6) },
      { base: 0.2, bySegment: row('half', 0.6) },
      {
        attributes: age,
        segments: {
          [id('old')]: { name: 'Old', rule: old },
          [id('half')]: { name: 'Half', rule: { kind: 'share', id: id('draw'), share: 0.5 } },
        },
      },
    ),
    near: chances(
      { base: 0.2, bySegment: row('old', 0.6) },
      { base: 0.2, bySegment: row('young', 0.6) },
      {
        attributes: age,
        segments: {
          [id('old')]: { name: 'Old', rule: old },
          [id('young')]: { name: 'Young', rule: young },
        },
      },
    ),
    fixes: ['scale'],
  },
  'chances-over-one:where two rules hold': {
    bad: soundMap({
      attributes: age,
      transitions: {
        [id('finish')]: way('middle', 'end', { when: old }),
        ...ways(way('middle', 'start', { when: { ...old, value: 60 } })),
      },
    }),
    near: soundMap({
      attributes: age,
      transitions: {
        [id('finish')]: way('middle', 'end', { when: old }),
        ...ways(way('middle', 'start', { when: young })),
      },
    }),
    fixes: ['scale'],
  },
  'zero-chance': {
    bad: soundMap({
      transitions: { ...halfWay, ...ways(way('start', 'end', { chance: { base: 0 } })) },
    }),
    near: soundMap({
      transitions: { ...halfWay, ...ways(way('start', 'end', { chance: { base: 0 } })) },
      scenarios: {
        [id('whatif')]: {
          name: 'What if',
          overrides: {
            [id('change')]: {
              collection: 'transitions',
              id: id('way-0'),
              path: '/chance/base',
              value: 0.1,
            },
          },
        },
      },
    }),
    fixes: ['rest', 'remove'],
  },
  'zero-chance:nothing left': {
    bad: soundMap({ transitions: ways(way('start', 'end', { chance: { base: 0 } })) }),
    near: soundMap({
      transitions: { ...halfWay, ...ways(way('start', 'end', { chance: { base: 0.5 } })) },
    }),
    fixes: ['share', 'remove'],
  },
  'zero-chance:everywhere': {
    bad: soundMap({
      transitions: {
        [id('go')]: way('start', 'middle', { chance: {} }),
        [id('finish')]: way('middle', 'end', { chance: {} }),
      },
    }),
    near: soundMap({
      transitions: { [id('go')]: way('start', 'middle', { otherwise: true, chance: {} }) },
    }),
    fixes: ['even'],
  },
  'two-otherwise': {
    bad: soundMap({
      transitions: {
        [id('finish')]: way('middle', 'end', { otherwise: true }),
        ...ways(way('middle', 'start', { otherwise: true })),
      },
    }),
    near: soundMap({ transitions: { [id('finish')]: way('middle', 'end', { otherwise: true }) } }),
    fixes: ['first'],
  },
  'decision-without-otherwise': {
    bad: decision(ways(way('choice', 'end', { when: old }))),
    near: decision(
      ways(way('choice', 'end', { when: old }), way('choice', 'lost', { otherwise: true })),
    ),
    fixes: ['add', 'last'],
  },
  'decision-cycle': {
    bad: decision(ways(way('choice', 'again', { when: old }), way('again', 'choice')), {
      [id('again')]: { kind: 'decision' },
    }),
    near: decision(ways(way('choice', 'again', { when: old }), way('again', 'choice')), {
      [id('again')]: { kind: 'touchpoint' },
    }),
    fixes: ['cut'],
  },
  'duplicate-transition': {
    bad: chancesOf({ base: 0.3 }, {}),
    near: chancesOf({ base: 0.3 }, { delay: { family: 'constant', value: 3 } }),
    fixes: ['merge', 'remove'],
  },
  'missing-record': {
    bad: soundMap(campaigns({ segment: id('gone') })),
    near: soundMap(campaigns({})),
    fixes: ['remove'],
  },
  'undeclared-attribute': {
    bad: soundMap({ segments: { [id('seg')]: { name: 'Seg', rule: old } } }),
    near: segment({ rule: old }),
    fixes: ['declare', 'remove'],
  },
  'wrong-type': {
    bad: segment({ rule: { ...planIs('x'), attribute: id('age') } }),
    near: segment({ rule: old }),
    fixes: ['remove'],
  },
  'wrong-type:effect': {
    bad: soundMap({ attributes: age, touchpoints: effect('age', 'old') }),
    near: soundMap({ attributes: age, touchpoints: effect('age', 60) }),
    fixes: ['remove'],
  },
  'wrong-type:persona': {
    bad: soundMap({
      attributes: age,
      personas: {
        [id('rita')]: { name: 'Rita', attributes: { [id('age')]: { family: 'flag', share: 0.5 } } },
      },
    }),
    near: soundMap({
      attributes: age,
      personas: {
        [id('rita')]: {
          name: 'Rita',
          attributes: { [id('age')]: { family: 'normal', mean: 30, sd: 5 } },
        },
      },
    }),
    fixes: ['remove'],
  },
  'wrong-type:default': {
    bad: soundMap({ attributes: { [id('age')]: { name: 'Age', type: 'number', default: 'old' } } }),
    near: soundMap({ attributes: { [id('age')]: { name: 'Age', type: 'number', default: 30 } } }),
    fixes: ['remove'],
  },
  'choice-not-offered': {
    bad: segment({ rule: planIs('Fulll') }, plan(['Light', 'Full'])),
    near: segment({ rule: planIs('full') }, plan(['Light', 'Full'])),
    fixes: ['offer', 'remove'],
  },
  'choice-not-offered:effect': {
    bad: soundMap({ ...plan(['Light']), touchpoints: effect('plan', 'Full') }),
    near: soundMap({ ...plan(['Light']), touchpoints: effect('plan', 'Light') }),
    fixes: ['offer', 'remove'],
  },
  'segment-in-itself': {
    bad: segment({
      rule: { kind: 'group', rules: [everyone, { kind: 'segment', segment: id('seg') }] },
    }),
    near: segment(
      { rule: { kind: 'segment', segment: id('other') } },
      {
        segments: {
          [id('other')]: { name: 'Other' },
          [id('seg')]: { name: 'Seg', rule: { kind: 'segment', segment: id('other') } },
        },
      },
    ),
    fixes: ['remove'],
  },
  contradiction: {
    bad: segment({ rule: { kind: 'group', rules: [old, young] } }),
    near: segment({ rule: { kind: 'group', match: 'any', rules: [old, young] } }),
    fixes: [],
  },
  'contradiction:of a transition': {
    bad: soundMap({
      attributes: age,
      transitions: {
        [id('finish')]: way('middle', 'end', { when: { kind: 'group', rules: [old, young] } }),
      },
    }),
    near: soundMap({
      attributes: age,
      transitions: { [id('finish')]: way('middle', 'end', { when: old }) },
    }),
    fixes: ['everybody', 'remove'],
  },
  shadowed: {
    bad: decision(
      ways(
        way('choice', 'end', { when: old }),
        way('choice', 'lost', { when: { ...old, value: 60 } }),
      ),
    ),
    near: decision(
      ways(
        way('choice', 'end', { when: { ...old, value: 60 } }),
        way('choice', 'lost', { when: old }),
      ),
    ),
    fixes: ['remove'],
  },
  overlap: {
    bad: decision(
      ways(
        way('choice', 'end', { when: { ...old, value: 60 } }),
        way('choice', 'lost', { when: old }),
      ),
    ),
    near: decision(
      ways(way('choice', 'end', { when: old }), way('choice', 'lost', { when: young })),
    ),
    fixes: [],
  },
  'segment-without-personas': {
    bad: segment(
      { rule: old },
      {
        personas: {
          [id('ben')]: {
            name: 'Ben',
            attributes: { [id('age')]: { family: 'uniform', min: 20, max: 30 } },
          },
        },
      },
    ),
    near: segment(
      { rule: old },
      {
        personas: {
          [id('ben')]: {
            name: 'Ben',
            attributes: { [id('age')]: { family: 'uniform', min: 20, max: 51 } },
          },
        },
      },
    ),
    fixes: [],
  },
  'segment-stale': {
    bad: segment({ reviewedAt: '2026-01-01', reviewEveryDays: 90 }),
    near: segment({ reviewedAt: '2026-03-17', reviewEveryDays: 90 }),
    fixes: ['reviewed'],
  },
  'segment-stale:never reviewed': {
    bad: segment({ reviewEveryDays: 90 }),
    near: segment({}),
    fixes: ['reviewed'],
  },
  'segment-stale:old data': {
    bad: segment({ dataAsOf: '2025-06-14' }),
    near: segment({ dataAsOf: '2025-06-15' }),
    fixes: [],
  },
  'persona-shares-zero': {
    bad: soundMap({ personas: { [id('rita')]: { name: 'Rita', share: 0 } } }),
    near: soundMap({
      personas: { [id('rita')]: { name: 'Rita', share: 0 }, [id('ben')]: { name: 'Ben' } },
    }),
    fixes: ['even'],
  },
  'kpi-unknown-metric': {
    bad: kpi({ metric: { kind: 'catalogue', id: 'happiness-index' } }),
    near: kpi({}),
    fixes: [],
  },
  'kpi-without-target': { bad: kpi({ target: null }), near: kpi({}), fixes: [] },
  'kpi-without-data': { bad: kpi({ actuals: {} }), near: kpi({}), fixes: [] },
  'kpi-warn-beyond-target': {
    bad: kpi({ warn: 0.3 }),
    near: kpi({ warn: 0.3, direction: 'down' }),
    fixes: ['swap', 'remove'],
  },
  'campaign-without-touchpoint': {
    bad: soundMap(campaigns({ touchpoints: {}, effects: lift('finish') })),
    near: soundMap(campaigns({})),
    fixes: ['attach'],
  },
  'campaign-unreachable': {
    bad: soundMap({ touchpoints: loose(), ...campaigns({ touchpoints: { [id('loose')]: true } }) }),
    near: soundMap({ touchpoints: loose(), ...campaigns({}) }),
    fixes: ['detach'],
  },
  'campaign-lift-out-of-reach': {
    bad: soundMap(campaigns({ effects: lift('go') })),
    near: soundMap(campaigns({ effects: lift('finish') })),
    fixes: ['attach', 'remove'],
  },
  'campaign-contacts-nobody': {
    bad: soundMap(campaigns({ controlShare: 1 })),
    near: soundMap(campaigns({ controlShare: 0.99 })),
    fixes: ['control'],
  },
  'campaign-contacts-nobody:no contact allowed': {
    bad: soundMap(campaigns({ maxContacts: 0 })),
    near: soundMap(campaigns({ maxContacts: 1 })),
    fixes: ['cap'],
  },
  'campaign-contacts-nobody:no variant has a share': {
    bad: soundMap(campaigns({ variants: { [id('v')]: { name: 'V', share: 0 } } })),
    near: soundMap(campaigns({ variants: { [id('v')]: { name: 'V', share: 0.1 } } })),
    fixes: ['variants'],
  },
  'campaign-collision': {
    bad: soundMap(campaigns({}, { touchpoints: { [id('start')]: true } })),
    near: soundMap({
      ...campaigns({}, { touchpoints: { [id('start')]: true } }),
      transitions: {
        [id('go')]: way('start', 'middle', { delay: { family: 'constant', value: 2 } }),
      },
    }),
    fixes: [],
  },
  'campaign-collision:but not in other seasons': {
    bad: soundMap(
      campaigns(
        season('2026-01-01', '2026-01-31', 'yearly'),
        season('2025-01-15', '2025-02-15', 'yearly'),
      ),
    ),
    near: soundMap(
      campaigns(
        season('2026-01-01', '2026-01-31', 'yearly'),
        season('2025-02-15', '2025-03-15', 'yearly'),
      ),
    ),
    fixes: [],
  },
  'campaign-collision:but not of other people': {
    bad: soundMap({ ...people, ...campaigns({ segment: id('old') }, {}) }),
    near: soundMap({ ...people, ...campaigns({ segment: id('old') }, { segment: id('young') }) }),
    fixes: [],
  },
  'scenario-override-nowhere': {
    bad: soundMap({
      scenarios: { [id('if')]: { name: 'If', overrides: override('/chance/bse') } },
    }),
    near: soundMap({
      scenarios: { [id('if')]: { name: 'If', overrides: override('/chance/base') } },
    }),
    fixes: ['remove'],
  },
  'sub-journey-of-itself': {
    bad: soundMap({ touchpoints: sub('map') }),
    near: soundMap({ touchpoints: sub('another') }),
    fixes: ['remove'],
  },
  'no-name': {
    bad: segment({ name: ' ' }),
    near: segment({ name: 'x' }),
    fixes: [],
  },
  'no-stage': {
    bad: soundMap({
      touchpoints: { [id('middle')]: { name: 'Middle' }, [id('end')]: { kind: 'outcome' } },
    }),
    near: mapOf({ touchpoints: { [id('middle')]: { name: 'Middle' } } }),
    fixes: ['neighbours'],
  },
  unreviewed: {
    bad: soundMap({
      touchpoints: { [id('middle')]: { name: 'Middle', reviewedAt: '2025-06-14' } },
    }),
    near: soundMap({
      touchpoints: { [id('middle')]: { name: 'Middle', reviewedAt: '2025-06-15' } },
    }),
    fixes: [],
  },
  'too-large': {
    bad: soundMap({ touchpoints: many(58) }),
    near: soundMap({ touchpoints: many(57) }),
    fixes: [],
  },
};
