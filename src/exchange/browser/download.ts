import type { JourneyMap } from '../../map/schema';
import { serialise } from '../../map/text';
import { fileNameOf } from '../formats';

/** How long the browser may take to begin a download. In ms. */
const BEGIN = 60_000;

/** Downloads a map as a file, with nothing that would have to be fetched first: works offline and when the app is broken. */
export function downloadMap(map: JourneyMap): void {
  downloadFile(new Blob([serialise(map)], { type: 'application/json' }), fileNameOf(map.title));
}

/** Downloads a file to where the browser keeps downloads. */
export function downloadFile(content: Blob, fileName: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGIN);
}
