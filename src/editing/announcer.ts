import type { MessageId } from '../language';
import type { Announcement, Offer } from './announcement';
import type { Said } from './consequences';

/** What is to be said of an edit: by name, or with what can be done about it. */
interface Telling {
  readonly said?: Said;
  readonly offer?: Offer;
}

/** Words of the editor for whoever uses it. */
export interface Announcer {
  /** Says something by itself; `urgent` interrupts what a screen reader is reading. */
  readonly announce: (id: MessageId, values?: Announcement['values'], urgent?: boolean) => void;
  /** Says what stands in the way of something, and offers what can be done about it. */
  readonly offer: (id: MessageId, values: Announcement['values'], offer: Offer) => void;
  /** Says what was done, where somebody wants it said or more was done than asked for. */
  readonly report: (label: MessageId, more: readonly Said[], telling: Telling) => void;
  readonly say: (announcement: Omit<Announcement, 'serial'>) => void;
}

/** An announcer that numbers what it says, so that the same words said again are heard again. */
export function createAnnouncer(show: (announcement: Announcement) => void): Announcer {
  let serial = 0;

  function say(announcement: Omit<Announcement, 'serial'>): void {
    serial += 1;
    show({ ...announcement, serial });
  }

  return {
    say,
    announce(id, values = {}, urgent = false) {
      say({ id, values, urgent, what: null, more: [], offer: null, ofEdit: false });
    },
    offer(id, values, offer) {
      say({ id, values, what: null, urgent: false, more: [], offer, ofEdit: false });
    },
    report(label, more, { said, offer }) {
      if (!said && more.length === 0) return;
      const what = said ? null : label;
      const { id, values } = said ?? { id: 'editing.did', values: {} };
      say({ id, values, what, urgent: false, more, offer: offer ?? null, ofEdit: true });
    },
  };
}
