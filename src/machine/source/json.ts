import type { JourneyMap } from '../../map/schema';
import { toMachine } from '../toMachine';
import { type MachineText, print } from './print';

const quoted = (text: string) => JSON.stringify(text);

/** The machine of a map as JSON, written as `JSON.stringify` with two spaces does. */
export function toMachineJson(map: JourneyMap): MachineText {
  const style = { key: quoted, text: quoted, width: 0, lastComma: '' } as const;
  return print(toMachine(map), style, '', '\n');
}
