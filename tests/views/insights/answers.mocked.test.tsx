import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CampaignAnswer } from '../../../src/insight/campaigns';
import { compareOnMap } from '../../../src/insight/comparison/compareOnMap';
import type { GoalLever, LeverAnswer } from '../../../src/insight/levers';
import { newMap } from '../../../src/map/records';
import type { AnalysisState } from '../../../src/runs/analysis/analysis';
import { simulate } from '../../../src/simulation';
import type { MapCoverage } from '../../../src/simulation/cover';
import type { RunResult } from '../../../src/simulation/results';
import { BreakEvenPart } from '../../../src/views/insights/BreakEvenPart';
import { CampaignsPart } from '../../../src/views/insights/CampaignsPart';
import { CoveragePart } from '../../../src/views/insights/coverage/CoveragePart';
import { CreditPart } from '../../../src/views/insights/CreditPart';
import { EndsPart } from '../../../src/views/insights/EndsPart';
import { GoalLeversPart } from '../../../src/views/insights/GoalLeversPart';
import { GroupsPart } from '../../../src/views/insights/GroupsPart';
import { KpiPart } from '../../../src/views/insights/KpiPart';
import { MonthsPart } from '../../../src/views/insights/MonthsPart';
import { RetentionPart } from '../../../src/views/insights/RetentionPart';
import { ScenarioPart } from '../../../src/views/insights/ScenarioPart';
import { VerdictPart } from '../../../src/views/insights/VerdictPart';
import { coachingLive } from '../../runs/coachinglive';
import { showMap } from '../showMap';

const compare = vi.hoisted(() => vi.fn());
const cover = vi.hoisted(() => vi.fn());
vi.mock('../../../src/runs/analysis', async (original) => ({
  ...(await original<object>()),
  compareInWorkers: compare,
}));
vi.mock('../../../src/runs/workers/coverageClient', () => ({ coverInWorker: cover }));

const map = coachingLive();
let run: RunResult;

beforeAll(async () => {
  run = await simulate(map, null, { customers: 400, seed: 1 });
}, 60_000);

const rowOf = (name: string | RegExp) => screen.getByRole('row', { name });
const profit = (value: number) => ({ value, interval: [value - 10, value + 10] as const });

/** An analysis that answers nothing by itself. */
function analysisWith(state: Partial<AnalysisState>, value = -500) {
  const store = createStore<AnalysisState>(() => ({
    levers: null,
    goalLevers: null,
    campaigns: null,
    computed: null,
    progress: null,
    failed: null,
    ...state,
  }));
  const asked = { findLevers: vi.fn(() => Promise.resolve()), cancel: vi.fn() };
  const nothing = () => Promise.resolve();
  const analysis = { store, customers: 2_000, addLever: nothing, weighCampaigns: nothing };
  return { ...analysis, ...asked, profit: profit(value), asked };
}

describe('the verdict', () => {
  test('says in one heading whether money is lost, and how sure that is', async () => {
    await showMap(<VerdictPart run={run} map={map} />, map);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/per 100,000 visitors/);
    expect(screen.getByText(/95% interval/)).toBeInTheDocument();
    const facts = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(facts).toContain('CLV : CAC');
  });

  test('of a map without money tells who reaches its goal and where they are lost', async () => {
    const result = await simulate(free, null, { customers: 400, seed: 1 });
    await showMap(<VerdictPart run={result} map={free} />, free);
    expect(screen.getByText('Who reaches the goal, and where are they lost?')).toBeInTheDocument();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(/^\d.*% reach “Won”$/);
    expect(screen.getByText(/Most are lost at “In”/)).toHaveTextContent(/95% interval/);
    expect(screen.queryByText(/money|\$|Counted/i)).toBeNull();
  });
});

/** Half of those who come in are won, the rest are lost; nothing costs, earns or takes time. */
const free = newMap({
  touchpoints: {
    'touchpoint-in': { kind: 'entry', name: 'In' },
    'touchpoint-won': { kind: 'outcome', outcome: 'success', name: 'Won' },
  },
  transitions: {
    'transition-go': { from: 'touchpoint-in', to: 'touchpoint-won', chance: { base: 0.5 } },
  },
  campaigns: { 'campaign-of-one': { name: 'Flyer' } },
  personas: { 'persona-of-ann': { name: 'Ann' } },
});

describe('a map without money', () => {
  test('shows what each lever brings to the goal', async () => {
    const lever: GoalLever = {
      transition: 'transition-go',
      kpi: null,
      worth: 1,
      method: 'sampled',
      share: 0.5,
      shareThen: 0.55,
      goal: { value: 0.5, interval: null },
      change: { value: 0.05, interval: [0.04, 0.06] },
    };
    const analysis = analysisWith({ goalLevers: [lever] });
    const { user } = await showMap(<GoalLeversPart analysis={analysis} map={free} />, free);
    expect(rowOf(/In → Won/)).toHaveTextContent(/\+5\.0%.*\+4\.0% … \+6\.0%.*50\.0%.*55\.0%/);
    await user.click(screen.getByRole('button', { name: 'Find what brings more to the goal' }));
    expect(analysis.asked.findLevers).toHaveBeenCalledOnce();
  });

  test('says so where no lever brings more', async () => {
    await showMap(<GoalLeversPart analysis={analysisWith({ goalLevers: [] })} map={free} />, free);
    expect(screen.getByText(/^No transition brings more/)).toBeInTheDocument();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('weighs campaigns by the goal, without a column of money', async () => {
    const campaign: CampaignAnswer = {
      campaign: 'campaign-of-one',
      method: 'sampled',
      isOn: false,
      gain: 0.03,
      cost: 0,
      net: { value: 0.03, interval: [0.02, 0.04] },
    };
    const analysis = analysisWith({ campaigns: [campaign] }, 0);
    await showMap(<CampaignsPart analysis={analysis} map={free} />, free);
    expect(rowOf(/Flyer/)).toHaveTextContent(/\+3\.0%.*more reach the goal/);
    expect(screen.queryByText(/\$|Costs|Net/)).toBeNull();
  });

  test('sets groups side by side by who reaches the goal', async () => {
    const result = await simulate(free, null, { customers: 100, seed: 1 });
    await showMap(<GroupsPart run={result} map={free} />, free);
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads).toEqual(['Group', 'Customers', 'Reach the goal', 'Touchpoints passed']);
  });

  test('has no months and nobody still in the journey, for nothing takes time', async () => {
    const result = await simulate(free, null, { customers: 100, seed: 1 });
    await showMap(
      <>
        <MonthsPart run={result} map={free} />
        <RetentionPart run={result} map={free} />
        <EndsPart run={result} map={free} />
      </>,
      free,
    );
    expect(screen.getAllByRole('heading')).toHaveLength(1);
    expect(screen.queryByText('Still in journey')).toBeNull();
  });

  test('with delays, but without money, has months without a word of paying', async () => {
    const delay = { family: 'constant', value: 40 } as const;
    const go = { ...free.transitions['transition-go']!, delay };
    const slow = { ...free, transitions: { 'transition-go': go } };
    const result = await simulate(slow, null, { customers: 100, seed: 1 });
    const { user } = await showMap(<MonthsPart run={result} map={slow} />, slow);
    expect(screen.getByRole('heading', { name: 'Month by month' })).toBeInTheDocument();
    await user.click(screen.getByText('As a table'));
    expect(screen.queryByText(/Paying|recurring|\$/)).toBeNull();
  });
});

describe('what would break even', () => {
  const [transition, other] = Object.keys(map.transitions);
  const lever = (more: Partial<LeverAnswer>): LeverAnswer =>
    ({
      transition,
      kpi: null,
      method: 'exact',
      profit: profit(-500),
      breakEven: { kind: 'found', factor: 1.25 },
      share: 0.2,
      shareThen: 0.25,
      ...more,
    }) as LeverAnswer;

  test('tells how much more often each transition must be taken, or that it cannot', async () => {
    const levers = [
      lever({}),
      lever({ transition: other!, breakEven: { kind: 'cannot', factor: 20, profit: -100 } }),
    ];
    await showMap(<BreakEvenPart analysis={analysisWith({ levers })} map={map} />, map);
    expect(rowOf(/\+25\.0%/)).toHaveTextContent(/20\.0%.*25\.0%/);
    expect(rowOf(/cannot break even by this alone/)).toHaveTextContent('–');
  });

  test('asks for a fall instead where the journey earns', async () => {
    const earning = lever({
      profit: profit(500),
      breakEven: { kind: 'cannot', factor: 20, profit: -100 },
    });
    const analysis = analysisWith({ levers: [earning] }, 500);
    await showMap(<BreakEvenPart analysis={analysis} map={map} />, map);
    expect(screen.getByRole('heading', { name: 'What the profit can bear' })).toBeInTheDocument();
    expect(rowOf(/bears any fall/)).toBeInTheDocument();
  });

  test('can be asked for, shows how far it has come, and can be stopped', async () => {
    const analysis = analysisWith({});
    const { user } = await showMap(<BreakEvenPart analysis={analysis} map={map} />, map);
    await user.click(screen.getByRole('button', { name: 'Find what breaks even' }));
    expect(analysis.asked.findLevers).toHaveBeenCalledOnce();
    act(() => analysis.store.setState({ progress: { question: 'levers', done: 2, of: 8 } }));
    expect(screen.getByRole('progressbar')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Find what breaks even' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(analysis.asked.cancel).toHaveBeenCalledOnce();
    act(() => analysis.store.setState({ progress: null, failed: 'levers' }));
    expect(screen.getByText(/^The simulation stopped working/)).toBeInTheDocument();
  });
});

describe('which campaign buys it', () => {
  const [first, second] = Object.keys(map.campaigns);
  const answer = (campaign: string, net: number, more: Partial<CampaignAnswer> = {}) =>
    ({
      campaign,
      method: 'exact',
      isOn: false,
      gain: net + 100,
      cost: 100,
      net: profit(net),
      ...more,
    }) satisfies CampaignAnswer;

  test('reads each against the loss: it ends it, pays for itself, or costs more', async () => {
    const campaigns = [answer(first!, 900, { isOn: true }), answer(second!, -80)];
    await showMap(<CampaignsPart analysis={analysisWith({ campaigns })} map={map} />, map);
    const named = (id: string) => rowOf(new RegExp(map.campaigns[id]!.name));
    expect(named(first!)).toHaveTextContent('ends the loss');
    expect(named(first!)).toHaveTextContent('acts in this run');
    expect(named(second!)).toHaveTextContent('costs more than it brings');
  });

  test('is left out of a map without campaigns', async () => {
    const bare = { ...map, campaigns: {} };
    const { container } = await showMap(
      <CampaignsPart analysis={analysisWith({})} map={bare} />,
      bare,
    );
    expect(container).toBeEmptyDOMElement();
  });
});

describe('the KPIs', () => {
  test('are set against their targets, and open for their formula', async () => {
    const { user } = await showMap(<KpiPart run={run} map={map} />, map);
    const kpis = Object.values(map.kpis);
    const opened = screen.getAllByRole('button', { expanded: false });
    expect(opened).toHaveLength(kpis.length);
    const before = screen.getAllByRole('row').length;
    await user.click(opened[0]!);
    expect(screen.getAllByRole('row')).toHaveLength(before + 1);
    await user.click(screen.getByRole('button', { expanded: true }));
    expect(screen.getAllByRole('row')).toHaveLength(before);
  });

  test('say at least or at most by the way they are to go', async () => {
    await showMap(<KpiPart run={run} map={map} />, map);
    for (const { name, target, direction } of Object.values(map.kpis)) {
      const sign = target === null ? '' : direction === 'up' ? '≥' : '≤';
      expect(screen.getByText(name, { exact: true }).closest('tr')).toHaveTextContent(sign);
    }
  });
});

test('what conversions are owed to is listed from the most on, campaigns named as such', async () => {
  await showMap(<CreditPart run={run} map={map} />, map);
  const { touchpoints } = run.attribution;
  const most = Math.max(...Object.values(touchpoints).map(({ removal }) => removal.value));
  const first = screen.getAllByRole('row')[1]!;
  expect(first).toHaveTextContent(`${(most * 100).toFixed(1)}%`);
  const none = {
    ...run,
    attribution: { ...run.attribution, touchpoints: {}, campaigns: {} },
  };
  const { container } = await showMap(<CreditPart run={none} map={map} />, map);
  expect(container).toBeEmptyDOMElement();
});

describe('what would change between two scenarios', () => {
  test('needs two that differ, shows how far it is, and says when it fails', async () => {
    let fail: (reason: Error) => void = () => undefined;
    compare.mockImplementationOnce((_map, _before, _after, { onProgress }) => {
      (onProgress as (share: number) => void)(0.5);
      return new Promise((_, reject) => {
        fail = reject;
      });
    });
    const { user } = await showMap(<ScenarioPart map={map} seed={3} />, map);
    const ask = screen.getByRole('button', { name: 'Compare scenarios' });
    const [before, after] = screen.getAllByRole<HTMLSelectElement>('combobox');
    const chosen = after!.value;
    await user.selectOptions(before!, chosen);
    expect(ask).toBeDisabled();
    await user.selectOptions(before!, '');
    await user.click(ask);
    expect(compare).toHaveBeenLastCalledWith(
      map,
      null,
      chosen,
      expect.objectContaining({ seed: 3 }),
    );
    expect(await screen.findByText('50%')).toBeInTheDocument();
    expect(ask).toBeDisabled();
    act(() => fail(new Error('broken')));
    expect(await screen.findByText(/^The simulation stopped working/)).toBeInTheDocument();
    expect(ask).toBeEnabled();
  });

  test('sets the same customers under both side by side', async () => {
    const few: typeof compareOnMap = (asked, before, after, options) =>
      compareOnMap(asked, before, after, { ...options, customers: 100 });
    compare.mockImplementationOnce(few);
    const { user } = await showMap(<ScenarioPart map={map} seed={3} />, map);
    await user.click(screen.getByRole('button', { name: 'Compare scenarios' }));
    const table = await screen.findByRole('table', {}, { timeout: 20_000 });
    const heads = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    const chosen = screen
      .getAllByRole<HTMLSelectElement>('combobox')
      .map(({ selectedOptions }) => selectedOptions[0]?.textContent);
    expect(heads).toEqual(expect.arrayContaining(chosen));
    expect(screen.getByText(/^Of 100 customers something changes for/)).toBeInTheDocument();
  });

  test('is left out where the map has no scenario', async () => {
    const bare = { ...map, scenarios: {} };
    const { container } = await showMap(<ScenarioPart map={bare} seed={3} />, bare);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('whether everything can be reached', () => {
  const touchpoints = Object.keys(map.touchpoints);
  const transitions = Object.keys(map.transitions);
  const found = (more: Partial<MapCoverage>): MapCoverage => ({
    touchpoints: new Set(touchpoints),
    transitions: new Set(transitions),
    walks: [],
    atLeast: 0,
    impossible: { touchpoints: [], transitions: [], personas: [] },
    ...more,
  });

  test('says so while it is worked out, and when that fails', async () => {
    let fail: (reason: Error) => void = () => undefined;
    cover.mockImplementationOnce(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    await showMap(<CoveragePart run={run} map={map} />, map);
    expect(screen.getByText('Looking for proofs …')).toBeInTheDocument();
    await waitFor(() => expect(cover).toHaveBeenCalled());
    act(() => fail(new Error('broken')));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });

  test('says that all is possible, and lists what nobody in the sample took', async () => {
    const [missing, ...seen] = touchpoints;
    cover.mockResolvedValueOnce(found({ touchpoints: new Set(seen) }));
    await showMap(<CoveragePart run={run} map={map} />, map);
    await screen.findByText(/can be taken by somebody/);
    const list = screen.getByRole('group');
    expect(list).toHaveTextContent(/taken by nobody in the sample: 1/);
    expect(list).toHaveTextContent(map.touchpoints[missing!]!.name);
  });

  test('proves why nobody can, personas with one reason in one line', async () => {
    const personas = Object.keys(map.personas);
    cover.mockResolvedValueOnce(
      found({
        impossible: {
          touchpoints: [{ id: touchpoints[0]!, isIdleEntry: false, transitions: [] }],
          transitions: [
            {
              id: transitions[0]!,
              because: personas.map((persona, index) => ({
                persona,
                obstacle: { kind: index === 0 ? 'no-chance' : 'no-rest' },
              })),
            },
          ],
        },
      } as unknown as Partial<MapCoverage>),
    );
    await showMap(<CoveragePart run={run} map={map} />, map);
    const table = await screen.findByRole('region', { name: 'What no persona can take' });
    expect(table).toHaveTextContent('No transition leads here.');
    const lines = within(table).getAllByText(/Its chance is 0|It takes what is left/);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toHaveTextContent(map.personas[personas[0]!]!.name);
  });
});
