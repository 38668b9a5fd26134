import { expect, test } from 'vitest';
import { lastUnneeded } from '../../src/storage/undoReach';
import type { JournalEntry } from '../../src/storage';

const entry = (seq: number, tab: string, gesture: number): JournalEntry => ({
  mapId: 'mapmapmapmap',
  seq,
  tab,
  at: '2026-01-01T00:00:00.000Z',
  id: `entry-${seq}`,
  gesture: `gesture-${gesture}`,
  kind: 'edit',
  label: 'edit.typed',
  patches: [],
  inverse: [],
});

test('the journal is cut before a gesture that begins with the last entry that could go', () => {
  // One gesture of `mine` is entries 299 and 301; 300 is what another tab, seen lately, needs first.
  const entries = Array.from({ length: 1_000 }, (_, index) => {
    const seq = index + 1;
    const isTheirs = seq === 300 || seq === 1_000;
    return entry(seq, isTheirs ? 'theirs' : 'mine', seq === 301 ? 299 : seq);
  });
  expect(lastUnneeded(entries, 1_000)).toBe(298);
});
