import * as z from 'zod';
import { format } from 'prettier';
import { Results } from '../../../src/cli/results';

export const RESULTS_SCHEMA_FILE = 'public/schema/journey-results-1.json';

/** The published JSON Schema of what `simulate --json` prints, as text. */
export function publishedResultsSchema(): Promise<string> {
  return format(JSON.stringify(z.toJSONSchema(Results, { reused: 'ref' })), {
    parser: 'json',
    printWidth: 100,
  });
}
