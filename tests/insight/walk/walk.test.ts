import { beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/language';
import { loadLanguage } from '../../../src/language/load';
import { emotionName } from '../../../src/controls/emotions';
import {
  emotionOnStep,
  eventTexts,
  feltAt,
  lastHops,
  sceneOf,
  spokenStep,
  whyText,
} from '../../../src/insight/walk';
import { newMap } from '../../../src/map/records';
import { startWalk } from '../../../src/simulation';
import type { JourneyMap } from '../../../src/map/schema';

const ID = {
  poster: 'touchpoint-poster',
  call: 'touchpoint-call',
  grown: 'touchpoint-grown',
  stays: 'touchpoint-stays',
  gone: 'touchpoint-gone',
  calls: 'transition-calls',
  asks: 'transition-asks',
  adult: 'transition-adult',
  child: 'transition-child',
  ruth: 'persona-of-ruth',
  sam: 'persona-of-sam',
  age: 'attribute-age',
  old: 'segment-of-old',
  radio: 'campaign-radio',
  lane: 'lane-of-props',
} as const;

const experience = (doing: string, now: number | null) => ({ doing, emotion: { now } });

const map = newMap({
  attributes: { [ID.age]: { name: 'Age', type: 'number' } },
  personas: {
    [ID.ruth]: { name: 'Ruth', attributes: { [ID.age]: { family: 'fixed', value: 70 } } },
    [ID.sam]: { name: 'Sam', attributes: { [ID.age]: { family: 'fixed', value: 16 } } },
  },
  segments: {
    [ID.old]: {
      name: 'Old',
      rule: {
        kind: 'attribute',
        attribute: ID.age,
        test: 'number',
        operator: 'at-least',
        value: 50,
      },
    },
  },
  campaigns: {
    [ID.radio]: {
      name: 'Radio',
      touchpoints: { [ID.poster]: true },
      status: 'running',
      controlShare: 0,
      variants: { 'variant-of-one': { name: 'One', message: 'Come on Tuesday.', order: 'a0' } },
      effects: {
        'effect-of-lift': { kind: 'lift', transition: ID.calls, factor: 1.5, order: 'a0' },
        'effect-of-mood': { kind: 'emotion', touchpoint: ID.call, change: 1, order: 'a1' },
      },
    },
  },
  touchpoints: {
    [ID.poster]: {
      kind: 'entry',
      name: 'Poster',
      channel: 'letter',
      experience: {
        default: experience('Reads it', 0),
        byPersona: { [ID.sam]: experience('Runs past', null) },
      },
      messages: {
        'message-to-all': { text: 'Two hours a week', order: 'a0' },
        'message-to-old': { segment: ID.old, text: 'You are needed', order: 'a1' },
        'message-of-none': { text: ' ', order: 'a2' },
      },
    },
    [ID.call]: {
      name: 'Call',
      experience: { default: experience('', 0) },
      feedback: { kind: 'csat', question: 'How was it?' },
    },
    [ID.grown]: { kind: 'decision', name: 'Grown up?' },
    [ID.stays]: { kind: 'outcome', name: 'Stays', outcome: 'success' },
    [ID.gone]: { kind: 'outcome', name: 'Gone', outcome: 'loss' },
  },
  transitions: {
    [ID.calls]: { from: ID.poster, to: ID.call, chance: { base: 0.4 }, order: 'a0' },
    [ID.asks]: {
      from: ID.call,
      to: ID.grown,
      chance: { base: 1 },
      delay: { family: 'constant', value: 3 },
      order: 'a1',
    },
    [ID.adult]: {
      from: ID.grown,
      to: ID.stays,
      when: {
        kind: 'attribute',
        attribute: ID.age,
        test: 'number',
        operator: 'at-least',
        value: 18,
      },
      order: 'a2',
    },
    [ID.child]: { from: ID.grown, to: ID.gone, otherwise: true, order: 'a3' },
  },
  pains: {
    'pain-of-all-xx': { name: 'Slow', touchpoints: { [ID.call]: true }, order: 'a0' },
    'pain-of-ruth-x': {
      name: 'Small print',
      touchpoints: { [ID.call]: true },
      personas: { [ID.ruth]: true },
      order: 'a1',
    },
  },
  gains: { 'gain-of-all-xx': { name: 'A real voice', touchpoints: { [ID.call]: true } } },
  lanes: { [ID.lane]: { name: 'Props', kind: 'custom', cells: { [ID.call]: 'A phone' } } },
});

let english: Language;
beforeAll(async () => {
  english = await loadLanguage({ locale: 'en', tag: 'en-GB' });
});

const nobody = { persona: null, segments: [] };
const walkOf = (persona: string, from: JourneyMap = map) =>
  startWalk(from, null, { seed: 1, forced: { persona } });

describe('what a customer meets at a touchpoint', () => {
  test('is what everybody does there, or what is said of their persona alone', () => {
    expect(sceneOf(map, ID.poster, nobody)?.doing).toBe('Reads it');
    expect(sceneOf(map, ID.poster, { persona: ID.sam, segments: [] })?.doing).toBe('Runs past');
    expect(sceneOf(map, ID.poster, { persona: ID.ruth, segments: [] })?.doing).toBe('Reads it');
  });

  test('has the messages to everybody and to their segments, without the empty ones', () => {
    const texts = (segments: string[]) =>
      sceneOf(map, ID.poster, { persona: null, segments })?.messages.map(({ text }) => text);
    expect(texts([])).toEqual(['Two hours a week']);
    expect(texts([ID.old])).toEqual(['Two hours a week', 'You are needed']);
  });

  test('has the pains that are everybody’s or theirs, the gains, the question and the own lanes', () => {
    const of = (persona: string) => sceneOf(map, ID.call, { persona, segments: [] })!;
    expect(of(ID.ruth).pains).toEqual(['pain-of-all-xx', 'pain-of-ruth-x']);
    expect(of(ID.sam).pains).toEqual(['pain-of-all-xx']);
    expect(of(ID.sam).gains).toEqual(['gain-of-all-xx']);
    expect(of(ID.sam).question).toBe('How was it?');
    expect(of(ID.sam).lanes).toEqual([{ id: ID.lane, text: 'A phone' }]);
  });

  test('is nothing where the touchpoint is gone', () => {
    expect(sceneOf(map, 'touchpoint-nowhere', nobody)).toBeNull();
  });

  test('feels as the walk has it, campaigns included, else as the map has it', () => {
    const walk = walkOf(ID.ruth);
    walk.choose(ID.calls);
    expect(sceneOf(map, ID.call, nobody)?.emotion).toBe(0);
    const entered = walk.state.log[1]!;
    expect(sceneOf(map, ID.call, nobody, feltAt(entered))?.emotion).toBe(1);
    // A line of a log asks for this alone.
    expect(emotionOnStep(map, entered, null)).toBe(1);
    expect(emotionOnStep(map, { touchpoint: ID.call, events: [] }, ID.ruth)).toBe(0);
    expect(emotionOnStep(map, { touchpoint: 'touchpoint-nowhere', events: [] }, null)).toBeNull();
  });
});

describe('why a customer went on, in words', () => {
  test('a chance says how many go this way, and which campaign makes it likelier', () => {
    const walk = walkOf(ID.ruth);
    walk.choose(ID.calls);
    const [step] = walk.state.log;
    expect(whyText({ ...step!, byHand: false }, map, english)).toBe(
      'By chance: 60% go this way. “Radio” makes it 1.5 times as likely.',
    );
  });

  test('by hand it says so, and not what the chance was', () => {
    const walk = walkOf(ID.ruth);
    walk.choose(ID.calls);
    expect(whyText(walk.state.log[0]!, map, english)).toBe('You chose this way by hand.');
  });

  test('behind a decision both reasons are given, in order', () => {
    const walk = walkOf(ID.ruth);
    walk.choose(ID.calls);
    walk.step();
    expect(walk.state.touchpoint).toBe(ID.stays);
    expect(lastHops(walk.state, map, english)).toEqual([
      { from: ID.call, transition: ID.asks, why: 'Everybody goes this way.' },
      {
        from: ID.grown,
        transition: ID.adult,
        why: 'Because this holds: “Age” at least 18.',
      },
    ]);
  });

  test('what takes the rest at a decision says that no other rule holds', () => {
    const walk = walkOf(ID.sam);
    walk.choose(ID.calls);
    walk.step();
    expect(lastHops(walk.state, map, english).at(-1)?.why).toBe('Because no other rule holds.');
  });

  test('who leaves by chance, and who stands before a decision no rule of which holds', () => {
    const left = walkOf(ID.ruth);
    left.choose(null);
    expect(lastHops(left.state, map, english)).toEqual([
      { from: ID.poster, transition: null, why: 'You chose this way by hand.' },
    ]);
    const { [ID.calls]: calls, [ID.asks]: asks, [ID.adult]: adult } = map.transitions;
    const transitions = { [ID.calls]: calls!, [ID.asks]: asks!, [ID.adult]: adult! };
    const stuck = walkOf(ID.sam, { ...map, transitions });
    stuck.choose(ID.calls);
    stuck.step();
    expect(stuck.state.end?.kind).toBe('drop-off');
    expect(lastHops(stuck.state, map, english).at(-1)?.why).toMatch(/^No rule held/);
  });

  test('at the beginning there is no way behind one, and a step not taken has no reason', () => {
    const { state } = walkOf(ID.ruth);
    expect(lastHops(state, map, english)).toEqual([]);
    expect(whyText(state.log[0]!, map, english)).toBe('');
  });
});

describe('what happened', () => {
  test('a contact carries its message; no money is spoken of where there is none', () => {
    const { state } = walkOf(ID.ruth);
    expect(eventTexts(state.log[0]!, map, english)).toEqual([
      { key: '1', text: 'Campaign “Radio” contacts them', message: 'Come on Tuesday.' },
    ]);
  });

  test('what was paid and what it cost are one sum each', () => {
    const money = (what: 'cost' | 'revenue' | 'contact', amount: number) =>
      ({ kind: 'money', what, amount }) as const;
    const events = [money('cost', 1), money('revenue', 9), money('contact', 2)];
    const paid = { ...map, market: { ...map.market, fixedCostPerMonth: 1 } };
    expect(eventTexts({ events }, paid, english).map(({ text }) => text)).toEqual([
      'They pay $9.00',
      'This costs us $3.00',
    ]);
    expect(eventTexts({ events }, map, english)).toEqual([]);
  });

  test('a wait is said in the words of durations, and no wait is not', () => {
    const events = [
      { kind: 'wait', days: 3 },
      { kind: 'wait', days: 0 },
    ] as const;
    expect(eventTexts({ events }, map, english).map(({ text }) => text)).toEqual(['3 days later']);
  });
});

describe('a step said in one breath', () => {
  test('says where, by which channel, why, what happens, what is done and felt, and how it ends', () => {
    const walk = walkOf(ID.ruth);
    const said = () => spokenStep(walk.state, map, english, emotionName);
    expect(said()).toBe(
      'Now at Poster. Letter. Campaign “Radio” contacts them. Come on Tuesday. Doing: Reads it. Emotion: Neutral.',
    );
    walk.choose(ID.calls);
    walk.step();
    expect(said()).toBe(
      'Now at Stays. Everybody goes this way. Because this holds: “Age” at least 18. 3 days later. The walk ends with the outcome “Stays”.',
    );
  });

  test('who leaves is not told again what it is like there', () => {
    const walk = walkOf(ID.ruth);
    walk.choose(null);
    expect(spokenStep(walk.state, map, english, emotionName)).toBe(
      'The customer dropped off at “Poster”. You chose this way by hand.',
    );
  });
});
