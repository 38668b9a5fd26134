import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../../../.config/browser.mjs';
import { TASKS, walkBare, walkOurs, type Costs, type Task } from './stages';

const [ours = '', bare = '', ...rest] = process.argv.slice(2);
const SIZES = rest.map(Number);
/** Of the larger maps one round takes a minute; twenty steps of each are taken in it. */
const roundsOf = (touchpoints: number) => (touchpoints > 100 ? 1 : 3);

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The middle of the rounds, task by task. */
function middle(rounds: readonly Costs[]): Costs {
  const of = (task: Task, part: 'script' | 'task') =>
    median(rounds.map((costs) => costs[task][part]));
  const costs = TASKS.map((task) => [task, { script: of(task, 'script'), task: of(task, 'task') }]);
  return Object.fromEntries(costs) as Costs;
}

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: browserArguments,
});
async function inPage<Value>(
  work: (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<Value>,
) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(30_000);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

for (const touchpoints of SIZES) {
  const rounds: { ours: Costs[]; bare: Costs[] } = { ours: [], bare: [] };
  for (let round = 0; round < roundsOf(touchpoints); round += 1) {
    rounds.ours.push(await inPage((page) => walkOurs(page, ours, touchpoints)));
    rounds.bare.push(await inPage((page) => walkBare(page, bare, touchpoints)));
    console.error(`${String(touchpoints)} touchpoints, round ${String(round + 1)}`);
  }
  // A line a size, so that what is measured is not lost with what comes after.
  console.log(
    JSON.stringify({ touchpoints, ours: middle(rounds.ours), bare: middle(rounds.bare) }),
  );
}
await browser.close();
