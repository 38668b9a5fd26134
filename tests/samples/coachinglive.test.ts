import { expect, test } from 'vitest';
import type { Delay, Rule, Touchpoint } from '../../src/map/schema';
import {
  CAMPAIGNS,
  KPIS,
  PERSONAS,
  SEGMENTS,
  TOUCHPOINTS,
  TRANSITIONS,
} from './coachinglive.tables';
import { inOrder, named, sampleMap } from './read';

const map = sampleMap('coachinglive');
const MONTH = 365 / 12;

const rowsOf = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
const split = (text: string, by: string) => text.split(by).map((part) => part.trim());
const words = (text: string) => text.split(/\s+/);
const close = (a: number, b: number) => Math.abs(a - b) < 1e-9;

// The case's short id of every touchpoint, found by its name.
const shortName = (name: string) => name.replace(/ \((entry [.\d]+|loss|success|decision)\)$/, '');
const idOf = new Map(
  rowsOf(TOUCHPOINTS).map(([id = '', name = '']) => [
    id.replace(' ★', ''),
    named(map.touchpoints, shortName(name)).id,
  ]),
);
const shortOf = new Map([...idOf].map(([short, id]) => [id, short]));
const touchpoint = (short: string): Touchpoint => {
  const found = map.touchpoints[idOf.get(short) ?? ''];
  if (!found) throw new Error(`no touchpoint ${short}`);
  return found;
};
const attribute = (name: string) => named(map.attributes, name).id;

test('the map holds what the case lists and nothing else', () => {
  const count = (table: object) => Object.keys(table).length;
  expect(count(map.touchpoints)).toBe(rowsOf(TOUCHPOINTS).length);
  expect(count(map.segments)).toBe(rowsOf(SEGMENTS).length);
  expect(count(map.personas)).toBe(rowsOf(PERSONAS).length);
  expect(count(map.campaigns)).toBe(rowsOf(CAMPAIGNS).length);
  expect(count(map.kpis)).toBe(rowsOf(KPIS).length);
  expect(inOrder(map.stages).map(({ name }) => name)).toEqual(
    split(
      'Awareness, Consideration, Conversion, Onboarding, Satisfaction, Retention & loyalty, Advocacy, Churn, Win-back',
      ',',
    ),
  );
});

const STAGE: Record<string, string> = { retention: 'Retention & loyalty', winback: 'Win-back' };

test.each(rowsOf(TOUCHPOINTS))(
  'touchpoint %s is as the case says',
  (id = '', name = '', stage = '', channel, owner, emotion, cost, revenue, price = '', thought) => {
    const actual = touchpoint(id.replace(' ★', ''));
    const weight = /entry ([.\d]+)/.exec(name)?.[1];
    const outcome = /\((loss|success)\)/.exec(name)?.[1];
    const stageName = STAGE[stage] ?? `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`;
    expect(actual.stage).toBe(named(map.stages, stageName).id);
    expect(actual.channel).toBe(channel);
    if (owner) expect(actual.owner.toLowerCase()).toBe(owner);
    expect(actual.experience.default.emotion.now).toBe(Number(emotion));
    const items = Object.values(actual.economics.costItems);
    expect(items.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(Number(cost), 9);
    expect(items.every(({ kind }) => kind === (weight ? 'acquisition' : 'service'))).toBe(true);
    expect(actual.economics.revenue).toBe(Number(revenue));
    expect(actual.economics.monthlyPrice).toBe(price === '' ? null : Number.parseFloat(price));
    if (thought) expect(actual.experience.default.thinking).toBe(thought);
    expect(actual.momentOfTruth).toBe(id.endsWith('★'));
    expect(actual.kind).toBe(
      weight ? 'entry' : outcome ? 'outcome' : id === 'which-plan' ? 'decision' : 'touchpoint',
    );
    if (weight) expect(actual.weight).toEqual({ base: Number(weight), bySegment: {} });
    if (outcome) expect(actual.outcome).toBe(outcome);
    expect(actual.dropOffAfter).toBe(0);
  },
);

test('actors are frontstage but for those the case names', () => {
  const others: Record<string, string> = {
    cart: 'support',
    'at-risk': 'support',
    'which-plan': 'backstage',
    account: 'customer',
    habit: 'customer',
  };
  for (const short of idOf.keys())
    expect(touchpoint(short).actor).toBe(others[short] ?? 'frontstage');
});

test('effects change the plan, the paid months and the add-on buyer, nowhere else', () => {
  const effects = Object.fromEntries(
    [...idOf.keys()].map((short) => [
      short,
      inOrder(touchpoint(short).effects).map(({ attribute: changed, operation, value }) =>
        [map.attributes[changed]?.name, operation, String(value)].join(' '),
      ),
    ]),
  );
  const paid = (plan: string) => [`Plan set ${plan}`, 'Paid months add 1'];
  expect(Object.fromEntries(Object.entries(effects).filter(([, list]) => list.length > 0))).toEqual(
    {
      trial: ['Plan set trial'],
      'light-first': paid('Light'),
      light: paid('Light'),
      'full-first': paid('Full'),
      full: paid('Full'),
      'addon-live': ['Add-on buyer set true'],
      'addon-ondemand': ['Add-on buyer set true'],
      'addon-1to1': ['Add-on buyer set true'],
      winback: ['Plan set lapsed'],
      churned: ['Plan set lapsed'],
    },
  );
});

const ROW: Record<string, string> = {
  M: 'Motivated',
  R: 'Resolvers',
  A: '55 and over',
  S: 'Price-sensitive',
  G: 'Rural',
};

function inWords(delay: Delay): string {
  switch (delay.family) {
    case 'constant':
      return close(delay.value % MONTH, 0) && delay.value > 0
        ? `${String(Math.round(delay.value / MONTH))} mo`
        : `c${String(delay.value)}`;
    case 'exponential':
      return `e${String(delay.mean)}`;
    case 'uniform':
      return `u${String(delay.min)}–${String(delay.max)}`;
    case 'lognormal':
      return `ln${String(delay.median)},${String(delay.sigma)}`;
    default:
      return delay.family;
  }
}

const transitionsOut = (from: string) =>
  inOrder(map.transitions).filter((transition) => transition.from === idOf.get(from));

test.each(rowsOf(TRANSITIONS))(
  'the transitions out of %s are as the case says',
  (from = '', to = '', chances = '') => {
    const [base = '', ...rows] = split(chances, ';');
    const transitions = transitionsOut(from);
    const isRest = transitions.map(({ otherwise }) => otherwise);
    expect(
      transitions.map(
        (transition) => `${shortOf.get(transition.to) ?? '?'}[${inWords(transition.delay)}]`,
      ),
    ).toEqual(
      [...to.matchAll(/([a-z0-9-]+) ?\[([^\]]+)\]/g)].map(
        ([, target = '', delay = '']) =>
          `${target}[${delay.replace(/([a-z])\./, '$10.').replace(',.', ',0.')}]`,
      ),
    );
    // The case gives `otherwise` the rest of 1, which the document leaves to the engine.
    const base1 = words(base).map(Number);
    expect(transitions.map(({ chance }) => chance.base)).toEqual(
      base1.map((value, i) => (isRest[i] ? 0 : value)),
    );
    expect(isRest).toEqual(
      transitions.map(
        (transition) => from === 'cart' && shortOf.get(transition.to) === 'trial-lapsed',
      ),
    );
    transitions.forEach(({ chance, otherwise }, i) => {
      const actual = inOrder(chance.bySegment).map(({ id, value }) => [
        map.segments[id]?.name,
        value,
      ]);
      const expected = rows.map((row) => {
        const [letter = '', ...values] = words(row);
        return [ROW[letter], Number(values[i])];
      });
      expect(actual).toEqual(otherwise ? [] : expected);
    });
  },
);

test('the case lists every transition but the two out of the decision', () => {
  const listed = rowsOf(TRANSITIONS).reduce(
    (sum, [, to = '']) => sum + [...to.matchAll(/\[/g)].length,
    0,
  );
  expect(Object.keys(map.transitions)).toHaveLength(listed + 2);
  const transitions = transitionsOut('which-plan');
  expect(
    transitions.map((transition) => [
      shortOf.get(transition.to),
      transition.otherwise,
      transition.delay,
    ]),
  ).toEqual([
    ['full', false, { family: 'constant', value: 0 }],
    ['light', true, { family: 'constant', value: 0 }],
  ]);
  expect(transitions.map(({ when }) => (when ? said(when) : null))).toEqual(['plan = Full', null]);
});

/** A rule in the words of the table. */
function said(rule: Rule): string {
  const nameOf = (id: string) => {
    const [first = '', ...rest] = words((map.attributes[id]?.name ?? '?').replaceAll('-', ' '));
    const title = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    return [first.toLowerCase(), ...rest.map(title)].join('');
  };
  const sign = (operator: string) => ({ 'at-least': '≥', equals: '=' })[operator] ?? operator;
  if (rule.kind === 'group') {
    const inner = rule.rules.map((each) =>
      each.kind === 'group' ? `( ${said(each)} )` : said(each),
    );
    return inner.join(rule.match === 'all' ? ' & ' : ' | ');
  }
  if (rule.kind === 'visits') {
    return `visits ${shortOf.get(rule.touchpoint) ?? '?'} ${sign(rule.operator)} ${String(rule.value)}`;
  }
  if (rule.kind !== 'attribute') return rule.kind;
  const name = nameOf(rule.attribute);
  if (rule.test === 'boolean') return `${name} = ${String(rule.value)}`;
  if (rule.test === 'text') return `${name} ${sign(rule.operator)} ${rule.value}`;
  return rule.test === 'number'
    ? `${name} ${sign(rule.operator)} ${String(rule.value)}`
    : rule.test;
}

test('segments stand on the base and the rule of the case, in its order', () => {
  const actual = inOrder(map.segments).map(({ name, base, rule }) => [name, base, said(rule)]);
  const expected = SEGMENTS.trim()
    .split('\n')
    .map((line) => /^(.*?)\|(.*?)\|(.*)$/.exec(line)?.slice(1));
  expect(actual).toEqual(expected);
});

test.each(rowsOf(PERSONAS))(
  'persona %s has the shares of the case',
  (_, name = '', share, age = '', price = '', motivation = '', trigger = '', region = '') => {
    const persona = named(map.personas, name);
    expect(persona.share).toBe(Number(share));
    const [mean, sd] = age.split(',').map(Number);
    expect(persona.attributes[attribute('Age')]).toEqual({ family: 'normal', mean, sd });
    const expectShares = (attributeName: string, values: string, shares: string) => {
      expect(persona.attributes[attribute(attributeName)]).toEqual({
        family: 'choice',
        options: split(values, '/').map((value, i) => ({
          value,
          share: Number(shares.split('/')[i]),
        })),
      });
    };
    expectShares('Price sensitivity', 'low/medium/high', price);
    expectShares('Motivation', 'low/medium/high', motivation);
    expectShares('Trigger', 'date/friend/doctor/habit', trigger);
    expectShares('Region', 'city/suburb/rural', region);
    for (const distribution of Object.values(persona.attributes)) {
      if (distribution.family !== 'choice') continue;
      expect(distribution.options.reduce((sum, option) => sum + option.share, 0)).toBeCloseTo(1, 9);
    }
  },
);

test.each(rowsOf(CAMPAIGNS))(
  'campaign %s has the costs and lifts of the case',
  (name = '', at = '', segment = '', channel, fixed, perContact, contacts = '', lifts = '') => {
    const campaign = named(map.campaigns, name);
    expect(
      Object.keys(campaign.touchpoints)
        .map((id) => shortOf.get(id))
        .sort(),
    ).toEqual(split(at, ',').sort());
    expect(campaign.segment).toBe(segment ? named(map.segments, segment).id : null);
    expect(campaign.channel).toBe(channel);
    expect(campaign.cost).toEqual({ fixed: Number(fixed), perContact: Number(perContact) });
    expect(campaign.maxContacts).toBe(contacts === 'null' ? null : Number(contacts));
    expect([campaign.lastsDays, campaign.controlShare]).toEqual([null, 0.1]);
    expect(campaign.status).toBe(name.endsWith('everyone never activated') ? 'idea' : 'planned');
    const actual = inOrder(campaign.effects).map((effect) => {
      if (effect.kind !== 'lift') return effect.kind;
      const transition = map.transitions[effect.transition];
      return [
        shortOf.get(transition?.from ?? ''),
        shortOf.get(transition?.to ?? ''),
        effect.factor,
        effect.low,
        effect.high,
      ];
    });
    expect(actual).toEqual(
      split(lifts, ';').map((lift) => {
        const [transition = '', ...factors] = words(lift);
        return [...transition.split('→'), ...factors.map(Number)];
      }),
    );
  },
);

test('only the tentpole keeps to dates: January and September of every year', () => {
  for (const { name, schedule } of Object.values(map.campaigns)) {
    const windows = inOrder(schedule).map(({ from, to, repeats }) => [from, to, repeats]);
    expect(windows).toEqual(
      name.startsWith('Holiday')
        ? [
            ['2026-01-01', '2026-01-31', 'yearly'],
            ['2026-09-01', '2026-09-30', 'yearly'],
          ]
        : [],
    );
  }
});

test('KPIs carry the targets of the case, and CLV : CAC the only warning level', () => {
  expect(inOrder(map.kpis).map(({ name, direction, target }) => [name, direction, target])).toEqual(
    rowsOf(KPIS).map(([name, direction, target]) => [name, direction, Number(target)]),
  );
  expect(inOrder(map.kpis).flatMap(({ warn }) => (warn === null ? [] : [warn]))).toEqual([1]);
  const nps = Object.values(named(map.kpis, 'NPS').actuals);
  expect(nps.map(({ value }) => value)).toEqual([18]);
});

test('market and runs are those of the reference: one cohort on 1 January, 12 and 24 months', () => {
  expect(map.market).toEqual({
    arrivalsPerMonth: 1000,
    fixedCostPerMonth: 0,
    grossMargin: 1,
    discountRate: 0.1,
  });
  for (const scenario of Object.values(map.scenarios)) {
    expect(scenario).toMatchObject({
      startDate: '2026-01-01',
      arrivals: { kind: 'cohort' },
      counting: 'start',
      customers: 100_000,
      overrides: {},
    });
    expect([365, 730, null]).toContain(scenario.horizon);
  }
});

test('all is assumed, except where the case itself gives the number', () => {
  for (const [short, id] of idOf) {
    const { level, sources } = map.touchpoints[id]?.evidence ?? { level: null, sources: {} };
    const fromCase = 'paywall checkout cart light-first full-first light full review'.split(' ');
    expect([short, level]).toEqual([short, fromCase.includes(short) ? 'partly' : 'assumed']);
    expect(Object.values(sources).every(({ text }) => text.length > 20)).toBe(true);
    expect(Object.keys(sources)).not.toHaveLength(0);
  }
});
