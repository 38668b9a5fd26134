import type { TokenLook } from '../../../canvas';
import type { JourneyMap } from '../../../map/schema';

/** Told apart by most kinds of colour vision when neighbours; shapes and letters do the rest. */
const COLORS = ['blue', 'orange', 'teal', 'pink', 'amber', 'violet', 'red', 'green'] as const;
const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'hexagon', 'cross'] as const;

/** How customers of each persona are drawn; the last look is for those of none. */
export function looksOf(
  personas: readonly string[],
  map: Pick<JourneyMap, 'personas'>,
): TokenLook[] {
  const taken = new Set<string>();
  const looks = personas.map((id, index): TokenLook => ({
    color: COLORS[index % COLORS.length]!,
    shape: SHAPES[index % SHAPES.length]!,
    letter: letterFor(map.personas[id]?.name ?? '', taken),
  }));
  return [...looks, { color: 'grey', shape: 'circle', letter: '' }];
}

/** The first letter of the name that nobody else has; else the first that is free. */
function letterFor(name: string, taken: Set<string>): string {
  const letters = Array.from(`${name.toLocaleUpperCase()}ABCDEFGHIJKLMNOPQRSTUVWXYZ`);
  const free = letters.find((letter) => /\p{L}/u.test(letter) && !taken.has(letter)) ?? '';
  taken.add(free);
  return free;
}
