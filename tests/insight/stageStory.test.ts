import { describe, expect, test } from 'vitest';
import { stageStories, leftOf } from '../../src/insight/flow/stageStory';
import { stageWords } from '../../src/insight/flow/stageWords';
import { wholePercents } from '../../src/insight/flow/wholePercents';
import { createLanguage } from '../../src/language';
import german from '../../src/language/messages/de.json';
import english from '../../src/language/messages/en.json';
import { newMap } from '../../src/map/records';
import type { JourneyMap, JourneyMapInput } from '../../src/map/schema';
import { END_KINDS, type EndKind, type SampledWalks } from '../../src/simulation/results';

const id = (name: string) => name.padEnd(12, '-');
const NONE: readonly never[] = [];

type Touchpoint = NonNullable<JourneyMapInput['touchpoints']>[string];

/** Stages `see`, `try`, `buy` and `gone`, with what is given besides `ad`, `trial`, `month`, `cancel` and `won`. */
function map(
  more: Readonly<Record<string, Touchpoint>> = {},
  joins?: readonly string[],
): JourneyMap {
  const touchpoints: Record<string, Touchpoint> = {
    [id('ad')]: { kind: 'entry', stage: id('see') },
    [id('trial')]: { stage: id('try') },
    [id('month')]: { stage: id('buy') },
    [id('cancel')]: { stage: id('gone'), milestone: 'cancelled' },
    [id('won')]: { stage: id('gone'), kind: 'outcome', outcome: 'success' },
    [id('lost')]: { stage: id('buy'), kind: 'outcome', outcome: 'loss' },
    ...more,
  };
  const ways = joins ?? ['ad trial', 'trial month', 'trial lost', 'month cancel', 'month won'];
  return newMap({
    stages: Object.fromEntries(
      ['see', 'try', 'buy', 'gone'].map((name, at) => [id(name), { name, order: `a${at}` }]),
    ),
    touchpoints,
    transitions: Object.fromEntries(
      ways.map((way, at) => {
        const [from = '', to = ''] = way.split(' ');
        return [id(`way-${at}`), { from: id(from), to: id(to), chance: { base: 1 } }];
      }),
    ),
  });
}

type Walked = readonly [path: string, end: EndKind];

/** Walks as a run keeps them: touchpoints by name, and how each ended. */
function walksOf(...list: readonly Walked[]): {
  walks: SampledWalks;
} {
  const names = [...new Set(list.flatMap(([path]) => path.split(' ')))];
  const first = [0];
  for (const [path] of list) first.push(first.at(-1)! + path.split(' ').length);
  const steps = list.flatMap(([path]) => path.split(' ').map((name) => names.indexOf(name)));
  const walks = {
    customer: list.map((_, at) => at),
    persona: list.map(() => -1),
    personas: NONE,
    touchpoints: names.map(id),
    transitions: NONE,
    first,
    touchpoint: steps,
    transition: steps.map(() => -1),
    clock: steps.map(() => 0),
    end: list.map(([, end]) => END_KINDS.indexOf(end)),
    endClock: list.map(() => 0),
  };
  return { walks: walks };
}

const told = (of: JourneyMap, stage: string, ...walks: readonly Walked[]) => {
  const { onTo, ends, ...story } = stageStories(of, walksOf(...walks))[id(stage)]!;
  return {
    ...story,
    onTo: onTo.map(({ stage: to, customers }) => `${to.replaceAll('-', '')} ${customers}`),
    ends: Object.fromEntries(Object.entries(ends).filter(([, count]) => count > 0)),
  };
};

describe('what became of those who came to a stage', () => {
  test('is told by the later stage they came to next, and by how the others ended', () => {
    expect(
      told(
        map(),
        'see',
        ['ad trial month', 'in-journey'],
        ['ad trial', 'drop-off'],
        ['ad', 'drop-off'],
      ),
    ).toEqual({ came: 3, onTo: ['try 2'], ends: { 'drop-off': 1 }, canGoOn: true });
  });

  test('going on to a loss is leaving, although the loss stands in a later stage', () => {
    expect(
      told(map(), 'try', ['ad trial lost', 'outcome'], ['ad trial month', 'in-journey']),
    ).toEqual({
      came: 2,
      onTo: ['buy 1'],
      ends: { loss: 1 },
      canGoOn: true,
    });
  });

  test('cancelling is leaving, whatever comes after it', () => {
    const story = told(
      map(),
      'buy',
      ['ad trial month cancel', 'drop-off'],
      ['ad trial month won', 'outcome'],
    );
    expect(story).toEqual({
      came: 2,
      onTo: [],
      ends: { cancelled: 1, success: 1 },
      canGoOn: false,
    });
  });

  test('those who cancelled are counted where they cancel by what they do then', () => {
    const back = { [id('back')]: { stage: id('gone') } };
    const more = map(back, ['ad trial', 'trial cancel', 'cancel back']);
    expect(told(more, 'gone', ['ad trial cancel back', 'drop-off'])).toMatchObject({
      came: 1,
      ends: { 'drop-off': 1 },
    });
  });

  test('coming back to a stage counts nobody twice', () => {
    const story = told(
      map(),
      'try',
      ['ad trial ad trial month', 'in-journey'],
      ['trial ad', 'drop-off'],
    );
    expect(story).toMatchObject({ came: 2, onTo: ['buy 1'], ends: { 'drop-off': 1 } });
  });

  test('whoever is on the way when the run ends has not left', () => {
    const story = stageStories(map(), walksOf(['ad', 'in-journey'], ['ad', 'cut-off']))[id('see')]!;
    expect([leftOf(story), story.ends['on-the-way']]).toEqual([0, 2]);
  });

  test('nobody can go on from the last stage, nor where only ends lie ahead', () => {
    const can = (of: JourneyMap) =>
      Object.entries(stageStories(of, walksOf(['ad', 'drop-off'])))
        .filter(([, { canGoOn }]) => canGoOn)
        .map(([stage]) => stage.replaceAll('-', ''));
    expect(can(map())).toEqual(['see', 'try']);
    expect(can(map({}, ['ad lost', 'ad won']))).toEqual([]);
    expect(can(map({}, ['trial ad', 'ad month']))).toEqual(['see', 'try']);
  });
});

describe('the words at the heads of stages', () => {
  const say = (of: JourneyMap, catalogue: typeof english, ...walks: readonly Walked[]) =>
    stageWords(
      of,
      walksOf(...walks),
      createLanguage(
        catalogue === english ? { locale: 'en', tag: 'en-GB' } : { locale: 'de', tag: 'de-DE' },
        catalogue,
      ),
    );

  test('say what share went on to what, how many left, and on what basis', () => {
    const { [id('see')]: words } = say(
      map(),
      english,
      ['ad trial', 'drop-off'],
      ['ad', 'drop-off'],
      ['ad', 'in-journey'],
    );
    expect(words).toEqual({
      onward: '34% of those who came went on to try',
      others: ['33% left', '33% still on their way'],
      brief: ['34% on', '33% left', '33% other'],
      all: 'Of 3 sampled customers who came to “see”: 1 went on to try, 1 dropped off and 1 was still on the way.',
    });
  });

  test('show no figure where it could not be other than 0', () => {
    const { [id('gone')]: words } = say(map(), english, ['ad trial month cancel', 'drop-off']);
    expect(words).toMatchObject({
      onward: null,
      others: ['100% of those who came left'],
      brief: ['100% left'],
    });
  });

  test('say that nobody went on where somebody could', () => {
    expect(say(map(), english, ['ad', 'drop-off'])[id('see')]).toMatchObject({
      onward: 'nobody went on',
      others: ['100% of those who came left'],
    });
  });

  test('say success where the stage ends in it, and nothing of a stage nobody came to', () => {
    const words = say(map(), english, ['ad trial month won', 'outcome']);
    expect(words[id('buy')]?.onward).toBe('100% of those who came ended in success');
    expect(say(map(), english, ['ad', 'drop-off'])[id('buy')]).toBeUndefined();
  });

  test('name the stage that most went on to where several did', () => {
    const words = say(
      map(),
      english,
      ['ad trial', 'drop-off'],
      ['ad trial', 'drop-off'],
      ['ad month', 'drop-off'],
    );
    expect(words[id('see')]?.onward).toBe('100% of those who came went on, most to try');
  });

  test('are said in the language of the reader', () => {
    const words = say(map(), german, ['ad trial', 'drop-off'], ['ad', 'drop-off']);
    expect(words[id('see')]).toMatchObject({
      onward: '50\u00a0% derer, die kamen, gingen weiter zu try',
      others: ['50\u00a0% verloren'],
    });
  });

  test('count the successes of a stage that most go on from among the others', () => {
    const good = {
      [id('good')]: { stage: id('see'), kind: 'outcome', outcome: 'success' },
    } as const;
    const { [id('see')]: words } = say(
      map(good, ['ad trial', 'ad good']),
      english,
      ['ad trial', 'drop-off'],
      ['ad trial', 'drop-off'],
      ['ad good', 'outcome'],
    );
    expect(words).toMatchObject({
      onward: '67% of those who came went on to try',
      others: ['0% left', '33% otherwise'],
      brief: ['67% on', '0% left', '33% other'],
    });
  });

  test('read the walks of a run again only where the map has changed in what they tell of', () => {
    const { walks } = walksOf(['ad trial', 'drop-off'], ['ad', 'drop-off']);
    let reads = 0;
    const counted = Object.defineProperty({ ...walks }, 'customer', {
      get: () => {
        reads += 1;
        return walks.customer;
      },
    });
    const language = createLanguage({ locale: 'en', tag: 'en-GB' }, english);
    const before = map();
    stageWords(before, { walks: counted }, language);
    const once = reads;
    const { [id('ad')]: ad } = before.touchpoints;
    const named = {
      ...before,
      touchpoints: { ...before.touchpoints, [id('ad')]: { ...ad!, name: 'Poster' } },
      stages: { ...before.stages, [id('try')]: { ...before.stages[id('try')]!, name: 'Test' } },
    };
    const words = stageWords(named, { walks: counted }, language);
    expect(words[id('see')]?.onward).toBe('50% of those who came went on to Test');
    expect(reads).toBe(once);
    const moved = {
      ...before,
      touchpoints: { ...before.touchpoints, [id('ad')]: { ...ad!, stage: id('try') } },
    };
    stageWords(moved, { walks: counted }, language);
    expect(reads).toBeGreaterThan(once);
  });
});

describe('whole percents', () => {
  test('add up to 100, the largest remainders rounded up', () => {
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([2, 1, 0])).toEqual([67, 33, 0]);
    expect(wholePercents([995, 4, 1])).toEqual([100, 0, 0]);
    expect(wholePercents([0, 0])).toEqual([0, 0]);
    const odd = wholePercents([13, 29, 31, 7, 1, 1]);
    expect(odd.reduce((sum, each) => sum + each)).toBe(100);
  });
});
