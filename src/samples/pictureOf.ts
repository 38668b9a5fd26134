import { thumbnailOf } from '../exchange/formats/thumbnail';
import type { SampleId } from '.';
import { readSample } from './createFromSample';

/** A small picture of a sample as SVG text, drawn from its own layout as the pictures of all maps are. */
export async function pictureOf(sample: SampleId, locale: string): Promise<string> {
  return thumbnailOf(await readSample(sample, locale));
}
