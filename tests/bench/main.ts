import { readFileSync } from 'node:fs';
import { Scenario } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';
import { tallyRange } from '../../src/simulation/chunks';
import { Recorder } from '../../src/simulation/compiled/tally/recorder';
import { compileTables } from '../../src/simulation/compiled/tables/tables';
import { solveExact } from '../../src/simulation/exact';
import { setUp } from '../../src/simulation/setup/setUp';
import { CHAIN, PAID_CHAIN, wideChain } from './chain';
import { bareEngine, fullEngine, reference, tightLoop, xstateActors } from './contenders';
import { cpuSeconds, type Measured, median, sideBySide } from './rounds';
import { scaling } from './scaling';

/** One table of the page. */
interface Part {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const isQuick = process.argv.includes('--quick');
const isFull = process.argv.includes('--full');
const ROUNDS = isQuick ? 3 : 9;
/** Customers of a round, for work of about a microsecond each. */
const SHORT = isQuick ? 20_000 : 40_000;

const endless = Scenario.parse({ horizon: null, customers: 20_000_000 });
const coachingLive = parseMap(readFileSync('src/samples/coachinglive.journey.json')).map!;
const everything = Scenario.parse({
  horizon: 730,
  customers: 20_000_000,
  arrivals: { kind: 'steady', days: 365 },
  campaigns: Object.fromEntries(Object.keys(coachingLive.campaigns).map((id) => [id, true])),
});

const millions = (rate: number) => (rate / 1e6).toPrecision(3);
const times = (ratio: number) => (ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(2));
const aim = (ratio: number, least: number) =>
  `${times(ratio)}× (aim ${String(least)}×: ${ratio >= least ? 'reached' : 'missed'})`;
const rateOf = (measured: readonly Measured[], index: number) => measured[index]!.rate;

function chainPart(): Part {
  const bare = sideBySide(
    [
      xstateActors(SHORT / 100),
      bareEngine(CHAIN, endless, SHORT),
      tightLoop(SHORT, false),
      tightLoop(SHORT, true),
      fullEngine(CHAIN, endless, SHORT / 4),
      fullEngine(PAID_CHAIN, endless, SHORT / 4),
    ],
    ROUNDS,
  );
  const names = [
    'XState, `createActor` per customer',
    'engine, walking',
    'tight loop by hand with the same draws',
    'the same loop with a guide table',
    'engine, every count kept',
    'engine with exponential delays, money and every count',
  ];
  return {
    title: 'Ten states, one thread',
    note:
      'The benchmark chain (8 steps a customer). The loop by hand walks this one chain and nothing else. XState ' +
      'draws with `Math.random` and waits for nothing.',
    head: ['', 'M steps/s', 'against XState', 'against the loop by hand'],
    rows: bare.map(({ rate, ratio }, index) => [
      names[index]!,
      millions(rate),
      index === 1 ? aim(ratio, 200) : index === 5 ? aim(ratio, 100) : `${times(ratio)}×`,
      index === 1
        ? aim(rate / rateOf(bare, 2), 0.8)
        : index === 0
          ? ''
          : `${times(rate / rateOf(bare, 2))}×`,
    ]),
  };
}

function coachingPart(): Part {
  const [slow, fast] = sideBySide(
    [reference(coachingLive, everything, 20), fullEngine(coachingLive, everything, SHORT / 20)],
    ROUNDS,
  ) as [Measured, Measured];
  const recorder = new Recorder(compileTables(setUp(coachingLive, everything)), 0, 20_000_000);
  const customers = SHORT / 10;
  const rates = Array.from({ length: ROUNDS }, (_, round) => {
    const began = cpuSeconds();
    for (let i = 0; i < customers; i += 1) recorder.walk(round * customers + i);
    return customers / (cpuSeconds() - began);
  });
  return {
    title: 'CoachingLive with everything on',
    note: 'Rules, effects, five kinds of delays, plan prices, all campaigns, two years, arrivals over a year.',
    head: ['', 'M steps/s', 'customers/s', 'against the reference engine'],
    rows: [
      ['reference engine (XState steps the map)', millions(slow.rate), '', ''],
      [
        'engine, every count kept',
        millions(fast.rate),
        Math.round(median(rates)),
        aim(fast.ratio, 200),
      ],
    ],
  };
}

function sizePart(): Part {
  const sizes = isQuick ? [10, 100] : [10, 100, 500, 2_000];
  const contenders = sizes.map((size) => bareEngine(wideChain(size), endless, SHORT / 4));
  const measured = sideBySide(contenders, ROUNDS);
  return {
    title: 'Size of the map',
    note:
      'Walks of the same length through maps of more and more touchpoints: what grows is what the processor’s ' +
      'caches cannot hold, for a large map is read at random.',
    head: ['touchpoints', 'ns a step', 'against the smallest'],
    rows: measured.map(({ rate, ratio }, index) => [
      sizes[index]!,
      (1e9 / rate).toFixed(0),
      `${times(1 / ratio)}×`,
    ]),
  };
}

function customersPart(): Part {
  const counts = [1e3, 1e4, 1e5, 1e6, ...(isFull ? [1e7] : [])].slice(0, isQuick ? 3 : undefined);
  tallyRange(compileTables(setUp(PAID_CHAIN, { ...endless, customers: 1e5 })), {
    from: 0,
    to: 1e5,
  });
  return {
    title: 'Number of customers',
    note: 'The chain with delays, money and every count. Memory is the whole process after the run.',
    head: ['customers', 'CPU seconds', 'µs a customer', 'memory, MB'],
    rows: counts.map((customers) => {
      const tables = compileTables(setUp(PAID_CHAIN, { ...endless, customers }));
      const repeats = Math.max(1, 1e5 / customers);
      const began = cpuSeconds();
      for (let i = 0; i < repeats; i += 1) tallyRange(tables, { from: 0, to: customers });
      const seconds = (cpuSeconds() - began) / repeats;
      return [
        customers.toLocaleString('en'),
        seconds.toPrecision(3),
        ((seconds / customers) * 1e6).toFixed(2),
        (process.memoryUsage().rss / 2 ** 20).toFixed(0),
      ];
    }),
  };
}

async function workersPart(): Promise<Part> {
  const scenario = { ...everything, customers: isQuick ? 4_000 : 40_000 };
  const ratio = await scaling(coachingLive, scenario, scenario.customers, 2, isQuick ? 2 : 7);
  return {
    title: 'Workers',
    note: 'CoachingLive by the clock on the wall; a machine that is busy with other things cannot show it.',
    head: ['workers', 'against one'],
    rows: [[2, aim(ratio, 1.8)]],
  };
}

function exactPart(): Part {
  const sizes = isQuick ? [100] : [100, 500, 1_000];
  return {
    title: 'Exact solver',
    note: 'The wide chain without a horizon: visits, outcomes, money and time in closed form. CPU milliseconds.',
    head: ['touchpoints', 'ms, median'],
    rows: sizes.map((size) => {
      const map = wideChain(size);
      const taken = Array.from({ length: isQuick ? 1 : 5 }, () => {
        const began = cpuSeconds();
        const { total } = solveExact(map, Scenario.parse({ horizon: null }));
        if (!(total.ends.outcome > 0.999)) throw new Error('somebody never arrives');
        return (cpuSeconds() - began) * 1e3;
      });
      return [size, median(taken).toFixed(0)];
    }),
  };
}

const parts: Part[] = [
  chainPart(),
  coachingPart(),
  sizePart(),
  customersPart(),
  await workersPart(),
  exactPart(),
];
process.stdout.write(JSON.stringify(parts));
