import * as Comlink from 'comlink';
import { tallyRange } from '../chunks';
import { dataOfPairs, pairRange, type Quotient } from '../comparison';
import { compileTables, type Tables } from '../compiled/tables';
import { dataOfTally } from '../compiled/tally';
import type { SimulationWorker } from './job';
import { setUp } from '../setup';

/** Answers the pool on an endpoint: the worker's side, wherever it runs. */
export function serve(endpoint: Comlink.Endpoint): void {
  let tables: Tables | null = null;
  let others: Tables | null = null;
  let asked: readonly Quotient[] = [];
  const worker: SimulationWorker = {
    prepare({ map, scenario, against, setup, quotients = [] }) {
      asked = quotients;
      tables = compileTables(setUp(map, scenario, setup));
      others = against === undefined ? null : compileTables(setUp(map, against, setup));
    },
    walk(range) {
      if (!tables) throw new Error('the worker was not prepared');
      const data = dataOfTally(tallyRange(tables, range));
      const buffers = data.numbers.map(({ buffer }) => buffer);
      return Comlink.transfer(data, buffers as ArrayBuffer[]);
    },
    pair(range) {
      if (!tables || !others) throw new Error('the worker was not prepared');
      const data = dataOfPairs(pairRange(tables, others, range, asked));
      return Comlink.transfer(data, data.map(({ buffer }) => buffer) as ArrayBuffer[]);
    },
  };
  Comlink.expose(worker, endpoint);
}
