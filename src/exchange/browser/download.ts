import type { JourneyMap } from '../../map/schema';
import { serialise } from '../../map/text';
import { fileNameOf } from '../formats';

/** How long the browser may take to begin a download. In ms. */
const BEGIN = 60_000;

/** Downloads a map as a file, with nothing that would have to be fetched first: works offline and when the app is broken. */
export function downloadMap(map: JourneyMap): void {
  const address = URL.createObjectURL(new Blob([serialise(map)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameOf(map.title);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), BEGIN);
}
