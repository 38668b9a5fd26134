import { expect, test, vi } from 'vitest';
import { type Compute, Inquiry, methodOf } from '../../src/insight/inquiry';
import { computed, type Computed } from '../../src/insight/live/computed';
import type { Simulate } from '../../src/insight/simulate';
import { Scenario } from '../../src/map/schema';
import { simulate } from '../../src/simulation';
import { id, runOf, shopOf } from './shop';

const { signal } = new AbortController();
const map = shopOf({ scenarios: { [id('long')]: { name: 'Long', horizon: 730 } } });

async function inquiryOf(scenario: string | null = null, customers = 400) {
  const run = await runOf(map, scenario, Math.min(customers, 400));
  const compute = vi.fn<Compute>((question) => Promise.resolve(computed(question)));
  const walk = vi.fn<Simulate>(simulate);
  const whole = { ...run, customers: { ...run.customers, of: customers } };
  return { compute, walk, run, inquiry: new Inquiry({ map, run: whole, simulate: walk, compute }) };
}

test('asks under the scenario and with the luck of the run', async () => {
  const { inquiry, compute, walk } = await inquiryOf(id('long'));
  expect(inquiry.scenario).toBe(map.scenarios[id('long')]);
  await inquiry.computed();
  expect(compute.mock.calls[0]?.[0]).toMatchObject({ seed: 11, customers: 400, slopes: true });
  await inquiry.sample(map, inquiry.scenario, signal);
  expect(walk.mock.calls[0]?.[2]).toMatchObject({ seed: 11, customers: 400, intervals: false });
  expect((await inquiryOf(null)).inquiry.scenario).toEqual(Scenario.parse({}));
});

test('solves the map as it is once, and again only where that failed', async () => {
  const { inquiry, compute } = await inquiryOf();
  expect(await inquiry.computed()).toBe(await inquiry.computed());
  expect(compute).toHaveBeenCalledTimes(1);
  const failing = await inquiryOf();
  failing.compute.mockRejectedValueOnce(new Error('broken'));
  await expect(failing.inquiry.computed()).rejects.toThrow('broken');
  expect(await failing.inquiry.computed()).not.toBeNull();
});

test('a run of no more customers than a question needs is its own baseline', async () => {
  const { inquiry, walk } = await inquiryOf();
  expect(inquiry.customers).toBe(400);
  expect(await inquiry.baseline(signal)).toBe(inquiry.run);
  expect(walk).not.toHaveBeenCalled();
});

test('a larger run has a smaller one as its baseline, walked once, and again only where that failed', async () => {
  const { inquiry, walk } = await inquiryOf(null, 50_000);
  expect(inquiry.customers).toBe(10_000);
  walk.mockRejectedValueOnce(new Error('stopped'));
  await expect(inquiry.baseline(signal)).rejects.toThrow('stopped');
  walk.mockImplementation((asked, how, options) =>
    simulate(asked, how, { ...options, customers: 100 }),
  );
  expect(await inquiry.baseline(signal)).toBe(await inquiry.baseline(signal));
  expect(walk).toHaveBeenCalledTimes(2);
  expect(walk.mock.calls[1]?.[2]).toMatchObject({ customers: 10_000 });
});

test('a map solved on a grid of time is not exact', () => {
  expect(methodOf({ step: null } as Computed)).toBe('exact');
  expect(methodOf({ step: 7 } as Computed)).toBe('grid');
});
