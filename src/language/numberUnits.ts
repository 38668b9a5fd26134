/** What people write and Intl does not. */
const ALSO = ['Fr', 'SFr', 'Rs', 'руб', '円', '元', '圓', '원'];
/** A currency's sign, alone or after the letters of a country: `€`, `US$`. `¢` is a hundredth, `k€` a thousand. */
const SIGN = /^(?!¢|￠|(?:MM|MN|BN|MIO|MIL|MLN|MRD|TSD)\p{Sc})(?:[A-Z]{2,3})?\p{Sc}$/u;
/** After a number these say how often to take it, whichever currency they stand for as well. */
const MAGNITUDE = /^(?:[KMBTLGkmbtlg]|lak)$/;

const known = new Map<string, ReadonlySet<string>>();

/** The codes of all currencies, and their signs as this language writes them. */
function currencies(tag: string): ReadonlySet<string> {
  const found = known.get(tag);
  if (found) return found;
  const signs = new Set(ALSO);
  for (const currency of Intl.supportedValuesOf('currency')) {
    signs.add(currency);
    for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
      const format = new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay });
      const sign = format.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? '';
      signs.add(bare(sign));
    }
  }
  known.set(tag, signs);
  return signs;
}

/** As the signs of a number are compared: `F CFA` with a plain space, `kr.` without its point. */
const bare = (text: string) =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s/g, ' ')
    .trim()
    .replace(/\.$/, '');

/** A unit of the field, or how it begins: `day` where the unit is `days`. */
const isOwn = (text: string, unit: string) =>
  text === unit || (text.length > 2 && unit.startsWith(text));

/**
 * Do these letters and signs beside a number leave it as it is? Percent signs, currencies and the field's own units do;
 * anything else may be a magnitude (`1.5k`, `2 Mio.`) or no part of a number at all, and must not be passed over.
 */
export function isUnit(
  text: string,
  at: 'before' | 'after',
  tag: string,
  own: readonly string[] = [],
): boolean {
  const whole = text.trim();
  if (whole === '' || own.some((unit) => isOwn(bare(whole), bare(unit)))) return true;
  const isKnown = (word: string) =>
    word === '%' ||
    SIGN.test(word) ||
    (!(at === 'after' && MAGNITUDE.test(bare(word))) &&
      (currencies(tag).has(bare(word)) ||
        (/^[a-z]{3}$/.test(word) && currencies(tag).has(word.toUpperCase()))));
  return isKnown(whole) || whole.split(' ').every(isKnown);
}
