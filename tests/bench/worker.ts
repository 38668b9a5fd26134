import { parentPort, workerData } from 'node:worker_threads';
import { JourneyMap, Scenario } from '../../src/map/schema';
import { tallyRange } from '../../src/simulation/chunks';
import { compileTables } from '../../src/simulation/compiled/tables/tables';
import { setUp } from '../../src/simulation/setup/setUp';

/** Walks and tallies a range whenever asked; says how long it took. */
const { map, scenario } = workerData as { map: unknown; scenario: unknown };
const tables = compileTables(setUp(JourneyMap.parse(map), Scenario.parse(scenario)));

parentPort?.on('message', (range: { from: number; to: number }) => {
  tallyRange(tables, range);
  parentPort?.postMessage('done');
});
