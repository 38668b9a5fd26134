import * as z from 'zod';
import { format } from 'prettier';
import { COLLECTIONS, JourneyMap, references, VERSION } from '../../../src/map/schema';

export const SCHEMA_FILE = `public/schema/journey-map-${String(VERSION)}.json`;

/**
 * The published JSON Schema of the file format, made from the zod description, as text. Rules that
 * need more than one field (a window that ends before it begins) are beyond JSON Schema;
 * `x-refers-to` names the collection an id has to exist in, but for one with `x-kept`.
 */
export function publishedSchema(): Promise<string> {
  const schema = z.toJSONSchema(JourneyMap, {
    io: 'input',
    reused: 'ref',
    cycles: 'ref',
    override: ({ zodSchema, jsonSchema }) => {
      const reference = references.get(zodSchema);
      if (reference) jsonSchema['x-refers-to'] = reference.to;
      if (reference?.kept) jsonSchema['x-kept'] = true;
    },
  });
  let text = JSON.stringify({ title: 'Journey map', ...schema });
  for (const collection of COLLECTIONS) {
    const table = schema.properties?.[collection];
    const record = typeof table === 'object' ? table.additionalProperties : undefined;
    const name = typeof record === 'object' ? record.$ref?.split('/').at(-1) : undefined;
    if (name !== undefined) {
      text = text
        .replaceAll(`"#/$defs/${name}"`, `"#/$defs/${collection}"`)
        .replaceAll(`"${name}":`, `"${collection}":`);
    }
  }
  return format(text, { parser: 'json', printWidth: 100 });
}
