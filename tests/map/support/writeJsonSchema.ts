// `npx tsx tests/map/support/writeJsonSchema.ts` writes the published schema after the format changed.
import { writeFileSync } from 'node:fs';
import { publishedSchema, SCHEMA_FILE } from './jsonSchema';

writeFileSync(SCHEMA_FILE, await publishedSchema());
