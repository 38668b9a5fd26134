import type { SampleId } from './samples';
import { readSample } from './createFromSample';

/** A small picture of a sample as SVG text, drawn from its own layout as the pictures of all maps are. */
export async function pictureOf(sample: SampleId, locale: string): Promise<string> {
  const { thumbnailOf } = await import('../exchange/formats/thumbnail');
  return thumbnailOf(await readSample(sample, locale));
}
