import { act, screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';
import { displayOf, NO_FILTER } from '../../../src/editing/display';
import { newMap } from '../../../src/map/records';
import { simulate } from '../../../src/simulation';
import type { RunResult } from '../../../src/simulation/results';
import { EmotionPart } from '../../../src/views/insights/EmotionPart';
import { FlowPart } from '../../../src/views/insights/FlowPart';
import { MonthsPart } from '../../../src/views/insights/MonthsPart';
import { RetentionPart } from '../../../src/views/insights/RetentionPart';
import { coachingLive } from '../../runs/coachinglive';
import { showMap } from '../showMap';

const map = coachingLive();
const [scenario] = Object.entries(map.scenarios).find(
  ([, { name }]) => name === 'Baseline, 24 months',
)!;
let run: RunResult;
let short: RunResult;
const empty = newMap({});

beforeAll(async () => {
  run = await simulate(map, scenario, { customers: 600, seed: 1 });
  short = { ...run, series: { ...run.series, periods: [], retention: [] } };
}, 60_000);

/** Texts of the cells of the table that is folded away below the chart, by row. */
const rows = () =>
  [...document.querySelectorAll('details tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
const legend = () =>
  screen.getAllByRole('list').flatMap((list) => [...list.children].map((item) => item.textContent));

describe('month by month', () => {
  test('draws every month and says the same in a table', async () => {
    await showMap(<MonthsPart run={run} map={map} />, map);
    const said = rows();
    expect(said).toHaveLength(run.series.periods.length);
    expect(said[0]?.[1]).toBe(String(run.series.periods[0]?.active));
    const bars = screen.getByRole('img', { name: 'Moves of the recurring revenue, by month' });
    expect(bars.querySelectorAll('rect')).toHaveLength(5 * run.series.periods.length);
    expect(legend()).toEqual([
      'In journey',
      'Paying',
      'New',
      'Expansion',
      'Reactivation',
      'Contraction',
      'Churned',
    ]);
  });

  test('stacks gains above 0 and losses below it', async () => {
    await showMap(<MonthsPart run={run} map={map} />, map);
    const bars = screen.getByRole('img', { name: 'Moves of the recurring revenue, by month' });
    const zero = Number(bars.querySelector('line[data-strong]')?.getAttribute('y1'));
    const edges = [...bars.querySelectorAll('rect')].map((rect) => {
      const top = Number(rect.getAttribute('y'));
      return { top, bottom: top + Number(rect.getAttribute('height')) };
    });
    for (const [index, { top, bottom }] of edges.entries()) {
      if (index % 5 < 3) expect(bottom).toBeLessThanOrEqual(zero + 1e-6);
      else expect(top).toBeGreaterThanOrEqual(zero - 1e-6);
    }
  });

  test('leaves out the revenue where nobody pays by the month, and all of it without months', async () => {
    const periods = run.series.periods.map((period) => ({ ...period, mrr: 0 }));
    const free = { ...run, series: { ...run.series, periods } };
    const { unmount } = await showMap(<MonthsPart run={free} map={map} />, map);
    expect(screen.getAllByRole('img')).toHaveLength(1);
    unmount();
    const { container } = await showMap(<MonthsPart run={short} map={map} />, map);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('who stays', () => {
  test('has a dot for each month and the fitted curve in the table', async () => {
    await showMap(<RetentionPart run={run} map={map} />, map);
    const middles = run.series.retention.filter(({ age }) => age % 1 === 0.5);
    const chart = screen.getByRole('img', { name: 'Who stays' });
    expect(chart.querySelectorAll('circle')).toHaveLength(middles.length);
    expect(within(chart).getByText('100%')).toBeInTheDocument();
    expect(rows()).toHaveLength(middles.length);
    expect(legend()).toEqual(['Still paying', 'Fitted curve']);
  });

  test('without a curve shows the dots alone', async () => {
    const bare = { ...run, series: { ...run.series, retentionFit: null } };
    await showMap(<RetentionPart run={bare} map={map} />, map);
    expect(legend()).toEqual(['Still paying']);
    expect(rows().every((row) => row.at(-1) === '–')).toBe(true);
  });

  test('is left out where nobody has paid for long enough', async () => {
    const { container } = await showMap(<RetentionPart run={short} map={map} />, map);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('how it feels', () => {
  test('has a curve for each persona the filter asks for', async () => {
    const { editor } = await showMap(<EmotionPart run={run} map={map} />, map);
    const personas = Object.entries(map.personas);
    expect(legend().sort()).toEqual(personas.map(([, { name }]) => name).sort());
    const [id, { name }] = personas[0]!;
    act(() => displayOf(editor).setState({ filter: { ...NO_FILTER, personas: { [id]: true } } }));
    expect(legend()).toEqual([name]);
    expect(rows()).toHaveLength(1);
  });

  test('writes the levels at the left, good above bad', async () => {
    await showMap(<EmotionPart run={run} map={map} />, map);
    const chart = screen.getByRole('img', { name: 'How it feels along the way' });
    const at = (text: string) => Number(within(chart).getByText(text).getAttribute('y'));
    expect(at('+2')).toBeLessThan(at('-2'));
  });

  test('is left out of a map without stages', async () => {
    const { container } = await showMap(<EmotionPart run={run} map={empty} />, empty);
    expect(container).toBeEmptyDOMElement();
  });
});

describe('how far people get', () => {
  test('sends everybody who comes to a stage on to a later one or to an end', async () => {
    await showMap(<FlowPart run={run} map={map} />, map);
    const from = rows();
    const awareness = from.filter(([name]) => name === 'Awareness');
    const sum = awareness.reduce((total, [, , share]) => total + Number.parseFloat(share!), 0);
    expect(sum).toBeGreaterThan(99);
    const chart = screen.getByRole('img', { name: 'How far people get' });
    expect(within(chart).getByText('Dropped off', { exact: false })).toBeInTheDocument();
    expect(chart.querySelectorAll('path')).toHaveLength(from.length);
  });

  test('is left out where nothing leads from one place to another', async () => {
    const nowhere = {
      ...run,
      walks: {
        ...run.walks,
        customer: run.walks.customer.slice(0, 0),
        first: run.walks.first.slice(0, 1),
      },
    };
    const { container } = await showMap(<FlowPart run={nowhere} map={empty} />, empty);
    expect(container).toBeEmptyDOMElement();
  });
});
