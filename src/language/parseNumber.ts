interface Separators {
  readonly group: string;
  readonly decimal: string;
}

function separatorsOf(tag: string): Separators {
  const parts = new Intl.NumberFormat(tag).formatToParts(1_234_567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { group: find('group'), decimal: find('decimal') };
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A value as plain digits with a point, e.g. `-1234.5`, `.5`, `2e3`. */
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * Reads a number as people of this language write it: `1.234,5` in German, `1,234.5` in English.
 * A separator that cannot be a grouping one (`1.5` in German) is taken as the decimal one, so what
 * a spreadsheet or another language left on the clipboard is read too. Spaces, a trailing unit, a
 * percent or currency sign are ignored.
 *
 * @returns null for an empty text, undefined for one that is no finite number.
 */
export function parseNumber(text: string, tag: string): number | null | undefined {
  const { group, decimal } = separatorsOf(tag);
  const bare = text
    .normalize('NFKC')
    .replace(/[\s\u200e\u200f'’]/g, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/^([+-]?)[\p{Sc}\p{L}%]+/u, '$1')
    .replace(/[\p{Sc}\p{L}%]+$/u, '');
  if (bare === '') return text.trim() === '' ? null : undefined;

  const sep = /\s/.test(group) || group === '’' || group === '' ? '' : group;
  const grouped = sep
    ? new RegExp(
        `^[+-]?\\d{1,3}(${escape(sep)}\\d{2,3})*${escape(sep)}\\d{3}(${escape(decimal)}\\d*)?$`,
      )
    : undefined;
  const plain = grouped?.test(bare)
    ? bare.replaceAll(sep, '').replace(decimal, '.')
    : oneSeparator(bare, decimal);
  if (!PLAIN.test(plain)) return undefined;
  const value = Number(plain);
  // -0 is 0 in a map.
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** Text without valid grouping: its only separator, whichever it is, is the decimal one. */
function oneSeparator(bare: string, decimal: string): string {
  const marks = bare.match(/[.,]/g) ?? [];
  if (marks.length <= 1) return bare.replace(',', '.');
  // Grouped the other way round, e.g. `1,234.5` pasted in German.
  const other = decimal === ',' ? ',' : '.';
  const swapped = new RegExp(
    `^[+-]?\\d{1,3}(${escape(other)}\\d{3})+(${escape(other === ',' ? '.' : ',')}\\d*)?$`,
  );
  return swapped.test(bare) ? bare.replaceAll(other, '').replace(',', '.') : bare;
}
