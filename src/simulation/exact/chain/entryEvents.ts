import { type EntryEvent, NO_EVENT } from './entryEvent';

/** What entries of a chain did, each kind of it once; the first is nothing. */
export class EntryEvents {
  readonly list: EntryEvent[] = [NO_EVENT];
  private readonly places = new Map<string, number>();

  /** Where it is in the list, to which it is added if nothing there is like it. */
  place(entryEvent: EntryEvent): number {
    if (entryEvent === NO_EVENT) return 0;
    const { contacts, firstContacts, acquired, seen, before, after, firstPrice } = entryEvent;
    const key = `${contacts.join()}|${firstContacts.join()}|${String([acquired, seen, before, after, firstPrice])}`;
    let index = this.places.get(key);
    if (index === undefined) {
      index = this.list.length;
      this.list.push(entryEvent);
      this.places.set(key, index);
    }
    return index;
  }
}
