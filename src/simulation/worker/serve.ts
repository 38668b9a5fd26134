import * as Comlink from 'comlink';
import { tallyRange } from '../chunks';
import { compileTables, type Tables } from '../compiled/tables';
import { dataOfTally } from '../compiled/tally';
import type { SimulationWorker } from './pool';
import { setUp } from '../setup/setUp';

/** Answers the pool on an endpoint: the worker's side, wherever it runs. */
export function serve(endpoint: Comlink.Endpoint): void {
  let tables: Tables | null = null;
  const worker: SimulationWorker = {
    prepare({ map, scenario, setup }) {
      tables = compileTables(setUp(map, scenario, setup));
    },
    walk(range) {
      if (!tables) throw new Error('the worker was not prepared');
      const data = dataOfTally(tallyRange(tables, range));
      const buffers = data.numbers.map(({ buffer }) => buffer);
      return Comlink.transfer(data, buffers as ArrayBuffer[]);
    },
  };
  Comlink.expose(worker, endpoint);
}
