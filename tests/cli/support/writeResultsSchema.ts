// `npx tsx tests/cli/support/writeResultsSchema.ts` writes the published schema after the results changed.
import { writeFileSync } from 'node:fs';
import { publishedResultsSchema, RESULTS_SCHEMA_FILE } from './resultsSchema';

writeFileSync(RESULTS_SCHEMA_FILE, await publishedResultsSchema());
