import type { JourneyMap } from '../map/schema';
import { MAX_CUSTOMERS } from '../map/schema';
import { RunRefused, type RunSetup, setUp } from '../simulation';
import { type Options, whole } from './options';
import { Unusable } from './output';

/** The set-up of a run by the options of the command line. @throws {Unusable} where a run would be meaningless. */
export function setupOf(
  path: string,
  map: JourneyMap,
  options: Options,
  scenario = options.scenario ?? null,
): RunSetup {
  const customers = whole(options, 'customers', 1, MAX_CUSTOMERS);
  const seed = whole(options, 'seed');
  try {
    return setUp(map, scenario, {
      ...(customers !== undefined && { customers }),
      ...(seed !== undefined && { seed }),
    });
  } catch (error) {
    if (error instanceof RunRefused) throw new Unusable(`${path}: ${error.message}`);
    throw error;
  }
}
