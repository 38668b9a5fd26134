import type { TokenLook } from './tokens';
import type { JourneyMap } from '../../map/schema';

const SHAPES = ['circle', 'square', 'triangle', 'diamond', 'hexagon', 'cross'] as const;

/** How customers of each persona are drawn; the last look is for those of none. */
export function looksOf(
  personas: readonly string[],
  map: Pick<JourneyMap, 'personas'>,
): TokenLook[] {
  const letters = lettersFor(personas.map((id) => map.personas[id]?.name ?? ''));
  const looks = personas.map((id, index): TokenLook => ({
    // As in the table and in the insights.
    color: map.personas[id]?.color ?? 'grey',
    shape: SHAPES[index % SHAPES.length]!,
    letter: letters[index] ?? '',
  }));
  return [...looks, { color: 'grey', shape: 'circle', letter: '' }];
}

/**
 * A letter for each name, of the words that set it apart: of “Customer Ann” and “Customer Bob” A and B.
 * The initials of those words come first, then their other letters, then any letter that is free.
 */
function lettersFor(names: readonly string[]): string[] {
  const words = names.map((name) => name.toLocaleUpperCase().match(/[\p{L}\p{M}]+/gu) ?? []);
  const taken = new Set<string>();
  return words.map((own, index) => {
    const others = new Set(words.filter((_, other) => other !== index).flat());
    const apart = own.filter((word) => !others.has(word));
    const ordered = apart.length > 0 ? apart : own;
    const letters = [
      ...ordered.map((word) => Array.from(word)[0]),
      ...Array.from(`${ordered.join('')}${own.join('')}ABCDEFGHIJKLMNOPQRSTUVWXYZ`),
    ];
    const free = letters.find((letter) => letter !== undefined && !taken.has(letter)) ?? '';
    taken.add(free);
    return free;
  });
}
