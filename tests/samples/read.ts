import { readFileSync } from 'node:fs';
import type { JourneyMap } from '../../src/map/schema';
import { parseMap } from '../../src/map/text';
import type { SampleId } from '../../src/samples';

export const LANGUAGES = ['en', 'de', 'ms'] as const;
export type SampleLanguage = (typeof LANGUAGES)[number];

/** The committed bytes of a sample, read past the loader. */
export function sampleText(id: SampleId, language: SampleLanguage = 'en'): string {
  const suffix = language === 'en' ? '' : `.${language}`;
  const name = `../../src/samples/${id}${suffix}.journey.json`;
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

/** A sample as the app would open it. */
export function sampleMap(id: SampleId, language: SampleLanguage = 'en'): JourneyMap {
  const { map } = parseMap(sampleText(id, language));
  if (!map) throw new Error(`${id} in ${language} does not open`);
  return map;
}

/** The one record of a collection with this English name, and its id. */
export function named<Value extends { name: string }>(
  table: Readonly<Record<string, Value>>,
  name: string,
): Value & { id: string } {
  const found = Object.entries(table).filter(([, value]) => value.name === name);
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${String(found.length)} records named ${name}`);
  return { ...only[1], id: only[0] };
}

/** Records in their order, with their ids. */
export function inOrder<Value extends { order: string }>(
  table: Readonly<Record<string, Value>>,
): (Value & { id: string })[] {
  return Object.entries(table)
    .map(([id, value]) => ({ ...value, id }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
}
