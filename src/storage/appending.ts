import type { NewsRelay } from './newsRelay';
import type { Context } from './context';
import { type StorageError } from './errors';
import { ofJournal, WORK_PATIENCE_MS } from './guard';
import { append } from './journal';
import { within } from './probe';
import { EntryRow } from './rows';
import type { StatusKeeper } from './status';
import type { AppendRequest, AppendResult } from './types';

/** `append` with every failure as a result: the caller keeps its entries and goes on. */
export async function appendSafely(
  context: Context,
  status: StatusKeeper,
  newsRelay: NewsRelay,
  request: AppendRequest,
): Promise<AppendResult> {
  const fields = { mapId: request.mapId, seq: 0, tab: context.tab, at: context.now() };
  const unfit = request.entries.filter(
    (entry) => !EntryRow.safeParse({ ...entry, ...fields }).success,
  );
  if (unfit.length > 0) return { status: 'unfit', ids: unfit.map(({ id }) => id) };
  const refusal = status.refusal();
  if (refusal) return refused(refusal);
  try {
    const written = await within(WORK_PATIENCE_MS, () => append(context, request));
    if (context.store.durable) status.succeeded();
    if (written.status === 'gone') {
      return { status: 'failed', failure: 'gone', reason: `no map ${request.mapId}` };
    }
    if (written.status === 'saved') newsRelay.announce(ofJournal(request.mapId));
    return written;
  } catch (error) {
    return { status: 'failed', ...status.failed(error) };
  }
}

function refused({ code, message }: StorageError): AppendResult {
  const failure = code === 'newer' || code === 'closed' ? code : 'broken';
  return { status: 'failed', failure, reason: message };
}
