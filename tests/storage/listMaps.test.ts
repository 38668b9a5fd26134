import { describe, expect, it } from 'vitest';
import type { MapSummary } from '../../src/storage';
import { listMaps, type Sort } from '../../src/storage/listMaps';

const map = (title: string, created: number, changed: number, deletedAt: string | null = null) => ({
  id: title,
  title,
  language: 'en',
  state: 'as-is' as const,
  createdAt: `2026-01-0${created}T00:00:00Z`,
  updatedAt: `2026-02-0${changed}T00:00:00Z`,
  deletedAt,
  counts: { stages: 0, touchpoints: 0, transitions: 0 },
  thumbnail: null,
  head: 0,
  durable: true,
  unreadable: false,
});
const maps: MapSummary[] = [
  map('Shop', 1, 2),
  map('Ärzte', 3, 1),
  map('Bank', 2, 3),
  map('Gone shop', 4, 4, '2026-03-01T00:00:00Z'),
];
const collator = new Intl.Collator('de');
const german = { compare: (a: string, b: string) => collator.compare(a, b) };
const titles = (query: string, sort: Sort) =>
  listMaps(maps, query, sort, german).map(({ title }) => title);

describe('the maps to list', () => {
  it('are those outside the bin, in the order asked for', () => {
    expect(titles('', 'changed')).toEqual(['Bank', 'Shop', 'Ärzte']);
    expect(titles('', 'created')).toEqual(['Ärzte', 'Bank', 'Shop']);
    expect(titles('', 'title')).toEqual(['Ärzte', 'Bank', 'Shop']);
  });

  it('have the words asked for in their title, in capitals and with accents or not', () => {
    expect(titles('  SHOP ', 'title')).toEqual(['Shop']);
    expect(titles('ärz', 'title')).toEqual(['Ärzte']);
    expect(titles('ARZ', 'title')).toEqual(['Ärzte']);
    expect(titles('nothing', 'title')).toEqual([]);
  });
});
