import { withPlainSigns } from './numberSigns';
import { isUnit } from './numberUnits';

/** What a text says. */
export interface ReadNumber {
  readonly value: number;
  /** What it says as well, where its separator can be read two ways: `1,500` is 1500, and 1.5 elsewhere. */
  readonly other?: number;
  /** A percent sign stands beside it. */
  readonly percent: boolean;
}

/** Around the digits: what stands before them and after them. A separator at either end belongs to the digits. */
const AROUND = /^(\D*?)([.,٫]?\d(?:.*\d)?[.,٫]?)(\D*)$/s;
/** `5,-` and `5.–`: a price without cents. */
const NO_CENTS = /^-{1,2}(?=\s|$)/;

/** Does the language part groups of digits by this mark, in numbers or in money? */
function groupsBy(mark: string, tag: string): boolean {
  const money = { style: 'currency', currency: 'EUR' } as const;
  const parts = [{}, money].flatMap((options) =>
    new Intl.NumberFormat(tag, options).formatToParts(1_234_567.8),
  );
  const is = (wanted: string) => parts.some(({ type, value }) => type === wanted && value === mark);
  return is('group') && !is('decimal');
}

/** Digits in groups of three, or of two before the last three (`12,34,567`). No group begins with a lone zero. */
function isGrouped(digits: string, mark: string): boolean {
  const groups = digits.split(mark);
  const [first = '', ...others] = groups;
  const last = others.pop() ?? '';
  if (!/^[1-9]\d{0,2}$/.test(first) || !/^\d{3}$/.test(last)) return false;
  if (others.every((group) => /^\d{3}$/.test(group))) return true;
  return (
    (mark === ',' || mark === '’') &&
    first.length < 3 &&
    others.every((group) => /^\d{2}$/.test(group))
  );
}

/** Digits, separators and perhaps a power of ten as plain JavaScript numbers: the reading of the language first. */
function plainNumbers(text: string, tag: string): readonly string[] {
  const [, digits = '', power = ''] = /^(.*?)(e[+-]?\d+)?$/is.exec(text) ?? [];
  const marks = [...new Set(digits.replace(/\d/g, ''))];
  const [mark = '', decimal = ''] = marks;
  if (marks.length > 2 || !/^[.,٫’ ]*$/.test(marks.join(''))) return [];
  if (mark === '') return [text];
  if (decimal !== '') {
    // The one of two separators that comes last, and once, is the decimal one, in every language.
    const [whole = '', fraction = '', ...more] = digits.split(decimal);
    const isRead =
      more.length === 0 &&
      /[.,٫]/.test(decimal) &&
      /^\d*$/.test(fraction) &&
      mark !== '٫' &&
      isGrouped(whole, mark);
    return isRead ? [`${whole.replaceAll(mark, '')}.${fraction}${power}`] : [];
  }
  const asGroups =
    mark !== '٫' && power === '' && isGrouped(digits, mark) ? [digits.replaceAll(mark, '')] : [];
  const isDecimal = /[.,٫]/.test(mark) && digits.indexOf(mark) === digits.lastIndexOf(mark);
  const asDecimal = isDecimal ? [digits.replace(mark, '.') + power] : [];
  const readings = [...asDecimal, ...asGroups];
  return readings.length > 1 && groupsBy(mark, tag) ? readings.reverse() : readings;
}

/**
 * Reads a number as people write it, in this language or another: with either separator, groups parted by points,
 * commas, apostrophes or any space, a sign in front, and a percent sign, a currency or one of the field's own `units` beside it.
 * Where a separator can be read two ways the language decides, and the other reading is returned too. What is anything
 * else, also `1.5k`, is no number: no part of it is read.
 *
 * @returns null for an empty text, undefined for one that is no finite number.
 */
export function readingOf(
  text: string,
  tag: string,
  units: readonly string[] = [],
): ReadNumber | null | undefined {
  const plain = withPlainSigns(text);
  if (plain === '') return null;
  const [, before = '', digits = '', rest = ''] = AROUND.exec(plain) ?? [];
  if (digits === '') return undefined;
  // `Rs.500` is five hundred, and `RM.50` perhaps a half.
  if (/\p{L}$/u.test(before) && /^\D/.test(digits)) return undefined;
  const after = /\D$/.test(digits) ? rest.replace(NO_CENTS, '') : rest;
  const sign = /[+-]/.exec(before)?.[0] ?? '';
  if (!isUnit(before.replace(sign, ' '), 'before', tag, units)) return undefined;
  if (!isUnit(after, 'after', tag, units)) return undefined;

  // + 0: a minus zero is 0 in a map.
  const [value, other] = plainNumbers(digits, tag).map((each) => Number(sign + each) + 0);
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const percent = plain.includes('%');
  return other === undefined ? { value, percent } : { value, other, percent };
}

/** The number alone. See `readingOf`. */
export function parseNumber(text: string, tag: string): number | null | undefined {
  const reading = readingOf(text, tag);
  return reading ? reading.value : reading;
}
