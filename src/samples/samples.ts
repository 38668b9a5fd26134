import type { MessageId } from '../language';

/** A map to begin with. */
export interface Sample {
  readonly id: SampleId;
  /** Message ids: its name, what it is about, and what of the product it shows. */
  readonly title: MessageId;
  readonly description: MessageId;
  readonly shows: MessageId;
}

/** Each is the name of a file in this folder; `blank` is a map with nothing on it. */
export const SAMPLE_IDS = [
  'coachinglive',
  'saas-trial',
  'ecommerce-purchase',
  'customer-onboarding',
  'support-case',
  'blank',
] as const;
/** One of `SAMPLE_IDS`. */
export type SampleId = (typeof SAMPLE_IDS)[number];

/** What is said of a sample. */
function sampleOf(id: Exclude<SampleId, 'blank'>): Sample {
  return {
    id,
    title: `sample.${id}.title`,
    description: `sample.${id}.description`,
    shows: `sample.${id}.shows`,
  };
}

/** A finished case to look around in. */
export const WORKED_CASE = sampleOf('coachinglive');

/** Maps to fill with one's own names and numbers. */
export const TEMPLATES: readonly Sample[] = (
  ['saas-trial', 'ecommerce-purchase', 'customer-onboarding', 'support-case'] as const
).map(sampleOf);

/**
 * The file of a sample in a language, or in English where that language has none: the text of a
 * map file, to be read by `parseMap` as any other. All languages carry the same ids and numbers.
 */
export async function loadSample(id: SampleId, language: string): Promise<string> {
  const files = sampleFiles();
  const base = language.toLowerCase().split('-', 1)[0] ?? '';
  const load = files[`./${id}.${base}.journey.json`] ?? files[`./${id}.journey.json`];
  if (!load) throw new Error(`There is no file of the sample ${id}.`);
  return load();
}

/** Each file is a chunk of its own, fetched when somebody asks for it. */
function sampleFiles(): Record<string, (() => Promise<string>) | undefined> {
  return import.meta.glob<string>('./*.journey.json', { query: '?raw', import: 'default' });
}
