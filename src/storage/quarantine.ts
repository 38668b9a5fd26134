import type * as z from 'zod';
import { asText } from './json';
import { QuarantineRow } from './rows';
import { type Store, TABLES, type TableName } from './store';
import type { Quarantined } from './types';

/** A row that could not be read. */
export interface BadRow {
  table: TableName;
  row: unknown;
  reason: string;
}

/** Reads a row through its schema; what does not fit is added to `bad` and null comes back. */
export function readRow<T>(
  schema: z.ZodType<T>,
  table: TableName,
  row: unknown,
  bad: BadRow[],
): T | null {
  if (row === undefined) return null;
  try {
    const result = schema.safeParse(row);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    bad.push({ table, row, reason: `/${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}` });
  } catch (error) {
    // Very deep values overflow the schema's recursion.
    bad.push({ table, row, reason: String(error) });
  }
  return null;
}

/** All readable rows of a list; the others go to `bad`. */
export function readRows<T>(
  schema: z.ZodType<T>,
  table: TableName,
  rows: readonly unknown[],
  bad: BadRow[],
): T[] {
  return rows.flatMap((row) => readRow(schema, table, row, bad) ?? []);
}

/**
 * Keeps copies of unreadable rows where nothing overwrites them. The same row is kept once, however
 * often it is met. Resolves with how many new ones there were.
 */
export async function keep(store: Store, bad: readonly BadRow[], at: string): Promise<number> {
  if (bad.length === 0) return 0;
  const rows = bad.map((item) => quarantined(item, at));
  return store.write(['quarantine'], async (tx) => {
    let added = 0;
    for (const row of rows) {
      if ((await tx.get('quarantine', row.id)) !== undefined) continue;
      await tx.put('quarantine', { ...row });
      added += 1;
    }
    return added;
  });
}

function quarantined({ table, row, reason }: BadRow, at: string): Quarantined {
  const fields = typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
  const key = asText(TABLES[table].map((part) => fields[part]));
  const raw = asText(row);
  const mapId = table === 'maps' ? fields.id : fields.mapId;
  return {
    id: `${table}:${key}:${fingerprint(raw)}`.slice(0, 1_000),
    table,
    key,
    mapId: typeof mapId === 'string' ? mapId : null,
    at,
    reason,
    raw,
  };
}

/** Newest first. */
export async function listQuarantine(store: Store): Promise<Quarantined[]> {
  const rows = await store.read(['quarantine'], (tx) => tx.all('quarantine'));
  return readRows(QuarantineRow, 'quarantine', rows, []).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** FNV-1a: distinguishes copies of one row from another row under the same key. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}
