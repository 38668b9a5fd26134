import type { MessageId } from '../../language';
import type { StorageStatus } from '../../storage';

/** What somebody can do about a state of the storage. */
export type NoticeAction = 'reload' | 'save' | 'download' | 'discard' | 'dismiss';

/** Something about the storage that must be reported, with what to do about it. */
export interface Notice {
  readonly id: string;
  readonly tone: 'warning' | 'error' | 'info';
  readonly text: MessageId;
  readonly values: Readonly<Record<string, string | number>>;
  readonly actions: readonly NoticeAction[];
  /** The browser's own words. */
  readonly reason: string | null;
}

const STATES: Readonly<
  Record<
    Exclude<StorageStatus['state'], 'ready'>,
    Pick<Notice, 'tone' | 'actions'> & { readonly text: MessageId }
  >
> = {
  memory: { tone: 'warning', text: 'app.notice.memory', actions: ['save', 'dismiss'] },
  newer: { tone: 'error', text: 'app.notice.newer', actions: ['reload', 'save'] },
  closed: { tone: 'error', text: 'app.notice.closed', actions: ['reload', 'save'] },
  full: { tone: 'error', text: 'app.notice.full', actions: ['save'] },
  broken: { tone: 'error', text: 'app.notice.broken', actions: ['save', 'reload'] },
};

/** Everything about the storage that must be reported, the most urgent first. Nothing while all is well. */
export function noticesOf(status: StorageStatus): Notice[] {
  const notices: Notice[] = [];
  const { state, reason, blocked, recovery, quarantined, copies } = status;
  if (state === 'memory' && copies > 0) {
    const values = { count: copies };
    notices.push({ id: state, ...STATES[state], reason, values, text: 'app.notice.copies' });
  } else if (state !== 'ready') {
    notices.push({ id: state, values: {}, reason, ...STATES[state] });
  }
  if (blocked) notices.push(plain('blocked', 'warning', 'app.notice.blocked', {}, ['reload']));
  for (const kind of ['lost', 'restored'] as const) {
    const maps = recovery?.[kind] ?? [];
    if (maps.length === 0) continue;
    const values = { count: maps.length, titles: maps.map(({ title }) => title).join(', ') };
    const tone = kind === 'lost' ? 'error' : 'info';
    notices.push(plain(kind, tone, `app.notice.${kind}`, values, ['dismiss']));
  }
  if (quarantined > 0) {
    notices.push(
      plain('quarantined', 'warning', 'app.notice.quarantined', { count: quarantined }, [
        'download',
        'discard',
        'dismiss',
      ]),
    );
  }
  return notices;
}

function plain(
  id: string,
  tone: Notice['tone'],
  text: MessageId,
  values: Notice['values'],
  actions: Notice['actions'],
): Notice {
  return { id, tone, text, values, actions, reason: null };
}
