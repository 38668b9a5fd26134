import { figure, Inquiry, yardstickOf } from '../insight';
import {
  answerGoalLever,
  answerLever,
  breakEvenRange,
  byEffort,
  byGoal,
  type GoalLever,
  type LeverAnswer,
  leversOf,
} from '../insight/levers';
import { computed } from '../insight/live';
import { PROFIT_ARRIVALS } from '../kpis';
import { nameOf } from '../map/records';
import type { JourneyMap } from '../map/schema';
import { revisionOf } from '../map/text';
import { english } from './english';
import type { Options } from './options';
import type { CommandResult, Voice } from './output';
import { readMap } from './readMap';
import { setupOf } from './setupOf';
import { simulateHere } from './simulateHere';

/**
 * What breaks even, the smallest move first; on a map without money, what brings more to its goal, the most first.
 * The answers are those of the app's insights for the same run.
 */
export async function levers(
  path: string,
  options: Options,
  warn: Voice['warn'],
): Promise<CommandResult> {
  const map = await readMap(path, warn);
  const revision = await revisionOf(map);
  const { scenario, scenarioId } = setupOf(path, map, options);
  const { customers, seed } = scenario;
  const simulate = simulateHere(options);
  const run = await simulate(map, scenarioId, { customers, seed, revision });
  const inquiry = new Inquiry({
    map,
    run,
    simulate,
    compute: (question) => Promise.resolve(computed(question)),
  });
  const { signal } = new AbortController();
  const about = {
    format: 'desire-path-levers',
    version: 1,
    map: { id: map.id, revision, title: map.title },
    scenario: scenarioId,
    seed,
    customers,
  };
  if (yardstickOf(map) === 'goal') {
    const answers: GoalLever[] = [];
    for (const lever of leversOf(map, run)) {
      answers.push(await answerGoalLever(inquiry, lever, signal));
    }
    answers.sort(byGoal);
    const goal = (await inquiry.computed())?.goal ?? inquiry.goal;
    return {
      text: answers.map((answer) => goalLineOf(map, answer)).join(''),
      json: { ...about, goal, levers: answers },
      findings: false,
    };
  }
  const answers: LeverAnswer[] = [];
  for (const lever of leversOf(map, run)) answers.push(await answerLever(inquiry, lever, signal));
  answers.sort(byEffort);
  const profit = (await inquiry.computed())?.profit ?? inquiry.profit;
  const json = {
    ...about,
    perArrivals: PROFIT_ARRIVALS,
    currency: map.currency,
    profit,
    levers: answers.map((answer) => ({ ...answer, range: breakEvenRange(answer) })),
  };
  return { text: answers.map((answer) => lineOf(map, answer)).join(''), json, findings: false };
}

/** Name, what a tenth more of it adds to the share that reaches the goal, the share that takes it now and then. */
function goalLineOf(map: JourneyMap, answer: GoalLever): string {
  const { transition, change, share, shareThen, method } = answer;
  const written = (value: number, signed = false) =>
    figure(value, 'share', map.currency, english, signed);
  const name = nameOf(map, 'transitions', transition, english.t);
  return `${[name, written(change.value, true), written(share), written(shareThen), method].join('\t')}\n`;
}

/** Name, the rise or fall that breaks even, the share that takes it now and then. */
function lineOf(map: JourneyMap, answer: LeverAnswer): string {
  const { t, percent } = english;
  const { transition, breakEven, profit, share, shareThen, method } = answer;
  const move =
    breakEven.kind === 'found'
      ? percent(breakEven.factor - 1, { digits: 1, signed: true })
      : t(profit.value < 0 ? 'insights.levers.cannot' : 'insights.levers.safe');
  const shares = [share, breakEven.kind === 'found' ? shareThen : null].map((each) =>
    each === null ? '–' : percent(each, { digits: 1 }),
  );
  return `${[nameOf(map, 'transitions', transition, t), move, ...shares, method].join('\t')}\n`;
}
