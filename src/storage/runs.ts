import type { Context } from './context';
import type { List } from './lists';
import { type BadRow, readRow, readRows } from './quarantine';
import { RunResultRow, RunRow } from './rows';
import type { RunRecord, RunSummary } from './types';

const TABLES = ['runs', 'runResults'] as const;

/**
 * Replaces a run of the same id.
 * @throws ZodError when the run or its result does not fit its schema.
 */
export async function saveRun(context: Context, { result, ...run }: RunRecord): Promise<void> {
  const row = RunRow.parse(run);
  const kept = RunResultRow.parse({ id: run.id, result });
  await context.store.write(TABLES, async (tx) => {
    await tx.put('runs', row);
    await tx.put('runResults', kept);
  });
}

/** Newest first, without results. */
export function runsOf(mapId: string): List<RunSummary> {
  return {
    tables: ['runs'],
    read: async (tx, bad) =>
      readRows(RunRow, 'runs', await tx.all('runs'), bad)
        .filter((run) => run.mapId === mapId)
        .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1)),
  };
}

/** Null if there is none, or it cannot be read. */
export async function readRun(context: Context, id: string): Promise<RunRecord | null> {
  const bad: BadRow[] = [];
  const run = await context.store.read(TABLES, async (tx) => {
    const row = readRow(RunRow, 'runs', await tx.get('runs', id), bad);
    const kept = readRow(RunResultRow, 'runResults', await tx.get('runResults', id), bad);
    return row && kept && { ...row, result: kept.result };
  });
  await context.report(bad);
  return run;
}

/** Does nothing where there is none. */
export async function deleteRun(context: Context, id: string): Promise<void> {
  await context.store.write(TABLES, async (tx) => {
    await tx.delete('runs', id);
    await tx.delete('runResults', id);
  });
}
