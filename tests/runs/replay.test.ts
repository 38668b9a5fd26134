import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { END_KINDS, type RunResult, type SampledWalks } from '../../src/simulation/results';
import { looksOf } from '../../src/runs/replay/tokenLooks';
import { evenPace, paceOf } from '../../src/runs/replay/pace';
import { type Beats } from '../../src/runs/replay/playback';
import { createPlayer } from '../../src/runs/replay/player';
import { frameReaderOf } from '../../src/runs/replay/frame';
import { longestWalk } from '../../src/runs/replay/longestWalk';
import { busyness, timeMarks } from '../../src/runs/replay/timeAxis';
import { scoreOf } from '../../src/runs/replay/score';

const HOME = 0;
const SHOP = 1;
const PAID = 2;

/** Ann: home, shop, home again, shop, paid. Bob: home, drops off. Cas: arrives late, is there at the horizon. */
const walks: SampledWalks = {
  touchpoints: ['home', 'shop', 'paid'],
  transitions: ['to-shop', 'to-home', 'to-paid'],
  personas: ['p1', 'p2'],
  customer: [0, 5, 10],
  persona: [0, 1, -1],
  end: ['outcome', 'drop-off', 'in-journey'].map((kind) =>
    END_KINDS.findIndex((each) => each === kind),
  ),
  endClock: [8, 30, 100],
  first: [0, 5, 6, 7],
  touchpoint: [HOME, SHOP, HOME, SHOP, PAID, HOME, SHOP],
  transition: [-1, 0, 1, 0, 2, -1, -1],
  clock: [0, 1, 2, 2, 8, 0, 50],
};
const score = scoreOf(walks, 100);
const placeOf = (clock: number) => score.pace.placeOf(clock);

/** A clock that is moved by hand. */
function handClock(calm = false) {
  let call: ((now: number) => void) | null = null;
  let now = 0;
  const beats: Beats = {
    calm,
    next(next) {
      call = next;
      return () => {
        if (call === next) call = null;
      };
    },
  };
  return {
    beats,
    pass(ms: number) {
      now += ms;
      const due = call;
      call = null;
      due?.(now);
    },
  };
}

function begin(calm = false) {
  const hand = handClock(calm);
  const result = { walks, settings: { horizon: 100 } } as RunResult;
  const player = createPlayer(result, { personas: {} }, hand.beats);
  return { player, hand, state: () => player.store.getState() };
}

describe('the pace of a replay', () => {
  const clocks = fc
    .array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 300 })
    .map((each) => each.sort((a, b) => a - b));

  test('never runs backwards, begins at 0 and ends with the run', () => {
    fc.assert(
      fc.property(clocks, fc.double({ min: 0.001, max: 400, noNaN: true }), (times, span) => {
        const pace = paceOf(times, span);
        expect(pace.clockAt(0)).toBe(0);
        expect(pace.clockAt(1)).toBeCloseTo(span, 9);
        let last = -1;
        for (let place = 0; place <= 1; place += 0.01) {
          expect(pace.clockAt(place)).toBeGreaterThanOrEqual(last);
          last = pace.clockAt(place);
        }
      }),
    );
  });

  test('a place and its clock are two names of one moment', () => {
    fc.assert(
      fc.property(clocks, fc.double({ min: 0, max: 1, noNaN: true }), (times, share) => {
        const pace = paceOf(times, 400);
        expect(pace.placeOf(pace.clockAt(share))).toBeCloseTo(share, 5);
      }),
    );
  });

  test('a busy hour gets more of it than a quiet month', () => {
    const busy = Array.from({ length: 500 }, (_, index) => index / 12_000);
    const pace = paceOf([...busy, 365], 365);
    expect(pace.placeOf(1 / 24)).toBeGreaterThan(0.3);
  });
});

describe('reading a replay', () => {
  test('what is left in the moment it is come to is passed on the way', () => {
    expect([...score.stopTo.subarray(score.firstStop[0], score.firstStop[1])]).toEqual([
      1, 2, 4, 5,
    ]);
  });

  test('a customer glides by the transitions they took, and then stands', () => {
    const reader = frameReaderOf(score);
    const at = placeOf(2);
    const glide = 0.01;
    const moving = reader.read(at + glide / 2, glide);
    expect(moving.share[0]).toBeCloseTo(0.5, 5);
    expect([...moving.taken.subarray(moving.takenFrom[0], moving.takenTo[0])]).toEqual([1, 0]);
    expect(moving.place[0]).toBe(SHOP);
    expect([...moving.here]).toEqual([1, 0, 0]);
    const standing = reader.read(at + glide, glide);
    expect(standing.share[0]).toBe(1);
    expect([...standing.here]).toEqual([1, 1, 0]);
  });

  test('whoever comes back is marked, and counted each time', () => {
    expect([...score.turn]).toEqual([1, 1, 2, 2, 1, 1, 1]);
    expect(frameReaderOf(score).read(placeOf(5), 0).isAgain[0]).toBe(1);
  });

  test('an outcome keeps its count, a drop-off fades, the horizon leaves them where they are', () => {
    const reader = frameReaderOf(score);
    expect(reader.read(placeOf(30) + 0.001, 0.01).isLeaving[0]).toBe(1);
    const end = reader.read(1, 0.01);
    expect([...end.here]).toEqual([0, 1, 1]);
    expect(end.count).toBe(1);
    expect(reader.countsAt(1)).toEqual({
      underway: 1,
      byPersona: [0, 0, 1],
      ended: [1, 1, 0, 0],
      notYet: 0,
    });
  });

  test('going there in any order shows the same', () => {
    const once = frameReaderOf(score);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        const fresh = frameReaderOf(score).read(place, 0.02);
        const again = once.read(place, 0.02);
        expect([...again.here]).toEqual([...fresh.here]);
        expect(again.share.slice(0, again.count)).toEqual(fresh.share.slice(0, fresh.count));
      }),
    );
  });

  test('nobody is lost: on the way, ended and to come are all customers', () => {
    const reader = frameReaderOf(score);
    for (let place = 0; place <= 1; place += 0.05) {
      const { underway, ended, notYet } = reader.countsAt(place);
      expect(underway + notYet + ended.reduce((sum, each) => sum + each, 0)).toBe(3);
    }
  });
});

describe('playing', () => {
  test('a run lasts a minute at speed 1, and 8 times as fast an eighth of it', () => {
    const { player, hand, state } = begin();
    player.play();
    hand.pass(0);
    for (let second = 0; second < 30; second += 1) hand.pass(1_000);
    player.pause();
    expect(state().place).toBeCloseTo(0.5, 6);
    player.setSpeed(8);
    player.play();
    hand.pass(0);
    for (let second = 0; second < 4; second += 1) hand.pass(1_000);
    expect(state()).toMatchObject({ place: 1, isPlaying: false });
  });

  test('a step goes to what happens next, of the one followed where there is one', () => {
    const { player, state } = begin();
    player.step(1);
    expect(state().place).toBe(placeOf(1));
    player.follow(1);
    player.step(1);
    expect(state().place).toBe(placeOf(30));
    player.step(-1);
    expect(state().place).toBe(0);
  });

  test('after a step the customer has arrived, and nothing glides', () => {
    const { player } = begin();
    player.step(1);
    expect(player.tokens.read().share[0]).toBe(1);
  });

  test('where motion is not wanted nobody glides, and the picture changes a few times a second', () => {
    const { player, hand } = begin(true);
    let drawn = 0;
    player.tokens.subscribe(() => (drawn += 1));
    player.play();
    for (let frame = 0; frame < 60; frame += 1) hand.pass(1_000 / 60);
    expect(drawn).toBeLessThanOrEqual(3);
    player.seek(placeOf(1) + 0.001);
    expect(player.tokens.read().share[0]).toBe(1);
  });

  test('a kept moment brings back the time and who was followed', () => {
    const { player, state } = begin();
    player.follow(0);
    player.seek(0.4);
    player.keep('half-way');
    player.reset();
    player.follow(null);
    player.rename(state().checkpoints[0]!.id, 'nearly half-way');
    player.goTo(state().checkpoints[0]!);
    expect(state()).toMatchObject({ place: 0.4, followed: 0, isPlaying: false });
    expect(state().checkpoints[0]!.name).toBe('nearly half-way');
    player.forget(state().checkpoints[0]!.id);
    expect(state().checkpoints).toEqual([]);
  });

  test('the trail of the one followed is what they have gone so far', () => {
    const { player } = begin();
    player.follow(0);
    player.seek(placeOf(5));
    expect(player.tokens.followed()).toEqual({ token: 0, from: 0, to: 4 });
  });

  test('each pause, step and return is worth saying', () => {
    const { player, state } = begin();
    player.play();
    player.pause();
    player.step(1);
    player.reset();
    expect(state().stops).toBe(3);
  });
});

describe('telling personas apart', () => {
  test('no two have the same letter, nor neighbours the same shape', () => {
    const names = ['Anna', 'Anton', 'Ada', 'Ärzte', '', '1'];
    const personas = Object.fromEntries(names.map((name, index) => [`p${index}`, { name }]));
    const looks = looksOf(Object.keys(personas), { personas } as never);
    expect(new Set(looks.map(({ letter }) => letter)).size).toBe(looks.length);
    for (const [index, { shape }] of looks.slice(0, -2).entries()) {
      expect(looks[index + 1]?.shape).not.toBe(shape);
    }
  });

  test('each has the colour it has everywhere else, and the letter that sets its name apart', () => {
    const personas = {
      a: { name: 'Customer Ann', color: 'pink' },
      b: { name: 'Customer Bob', color: 'teal' },
      c: { name: 'Cas', color: 'pink' },
    };
    const looks = looksOf(Object.keys(personas), { personas } as never);
    expect(looks.map(({ color }) => color)).toEqual(['pink', 'teal', 'pink', 'grey']);
    expect(looks.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', '']);
  });
});

describe('the replay of walks that take no time', () => {
  /** The same people, all on the first day: Cas drops off at once. */
  const atOnce: SampledWalks = {
    ...walks,
    end: [walks.end[0]!, walks.end[1]!, walks.end[1]!],
    clock: walks.clock.map(() => 0),
    endClock: [0, 0, 0],
  };
  const stepped = scoreOf(atOnce, 365);

  test('counts steps instead of days, whatever the horizon', () => {
    expect([stepped.unit, stepped.span]).toEqual(['steps', 4]);
    expect(score.unit).toBe('days');
    expect([0, 0.25, 0.5, 1].map((place) => stepped.pace.clockAt(place))).toEqual([0, 1, 2, 4]);
  });

  test('one moment that waits a day for one customer makes it days', () => {
    const clock = [...atOnce.clock];
    clock[4] = 1;
    expect(scoreOf({ ...atOnce, clock }, null).unit).toBe('days');
    expect(scoreOf({ ...atOnce, endClock: [0, 14, 0] }, null).unit).toBe('days');
  });

  test('goes touchpoint by touchpoint, and who drops off does so a step later', () => {
    const hand = handClock();
    const result = { walks: atOnce, settings: { horizon: 365 } } as RunResult;
    const player = createPlayer(result, { personas: {} }, hand.beats);
    const where = () => player.reader.stepAt(0, player.store.getState().place);
    const ended = () =>
      player.reader.countsAt(player.store.getState().place).ended[walks.end[1]!] ?? 0;
    expect([where(), ended()]).toEqual([0, 0]);
    player.step(1);
    expect([where(), ended()]).toEqual([1, 2]);
    player.step(1);
    player.step(1);
    expect(where()).toBe(3);
    player.step(-1);
    expect(where()).toBe(2);
  });

  test('takes two seconds a step, not a minute for a handful', () => {
    const hand = handClock();
    const result = { walks: atOnce, settings: { horizon: null } } as RunResult;
    const player = createPlayer(result, { personas: {} }, hand.beats);
    player.play();
    hand.pass(0);
    hand.pass(1_000);
    expect(player.store.getState().place).toBeCloseTo(1 / 8, 9);
  });
});

describe('who is followed when anybody may be', () => {
  test('is the one with the longest walk of those who are on the way', () => {
    expect(longestWalk(score, 0)).toBe(0);
    // Ann has paid on day 8; Bob and Cas have walks of one step, and Bob comes first.
    expect(longestWalk(score, placeOf(20))).toBe(1);
    expect(longestWalk(score, placeOf(60))).toBe(2);
  });

  test('is the one with the longest walk of all where nobody is on the way', () => {
    const ended = { ...score, endPlace: score.endPlace.map(() => 0) };
    expect(longestWalk(ended, 1)).toBe(0);
  });
});

describe('the axis of a replay', () => {
  test('marks times that people speak of, with room between them and before the end', () => {
    const pace = evenPace(100);
    expect(timeMarks({ unit: 'days', pace, span: 100 }).map(({ days }) => days)).toEqual([
      365 / 12,
      91.25,
    ]);
  });

  test('marks whole steps where those are counted', () => {
    const marks = timeMarks({ unit: 'steps', pace: evenPace(4), span: 4 });
    expect(marks).toEqual([
      { days: 1, place: 0.25 },
      { days: 2, place: 0.5 },
      { days: 3, place: 0.75 },
    ]);
  });

  test('is busiest where most happens, and leaves out who is there from the beginning', () => {
    const place = Float64Array.from([0, 0, 0, 0.1, 0.3, 0.3, 0.3, 0.3, 1]);
    const parts = busyness({ events: { ...score.events, place } }, 4);
    expect(parts).toEqual([0.5, 1, 0, 0.5]);
  });
});
