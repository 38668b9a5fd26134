import { type KeyPress, typesText } from '../../editing';
import type { TypedChance } from '../state';

/** What a number begins with: a digit of any script, or the sign before its fraction. */
const BEGINS_NUMBER = /^[\p{Nd}.,]$/u;

/** The number a key begins; undefined where it begins none. */
export function begun(
  transition: string,
  press: KeyPress,
  apple: boolean,
): TypedChance | undefined {
  if (!typesText(press, apple) || !BEGINS_NUMBER.test(press.key)) return undefined;
  return { transition, text: press.key, isEntered: false };
}

/** What a key makes of a number whose box has not come yet; undefined where it is no key of the box. */
export function goneOn(
  chance: TypedChance,
  press: KeyPress,
  apple: boolean,
): TypedChance | null | undefined {
  const { key } = press;
  if (key === 'Escape') return null;
  if (key === 'Enter') return { ...chance, isEntered: true };
  if (key === 'Backspace') return { ...chance, text: chance.text.slice(0, -1) };
  if (key.length > 1 || !typesText(press, apple)) return undefined;
  return { ...chance, text: chance.text + key };
}
