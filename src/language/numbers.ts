/** The most fraction digits shown unless asked otherwise. */
const USUAL_DIGITS = 2;

interface NumberOptions {
  /** Exactly this many fraction digits; without it up to two. */
  readonly digits?: number;
  /** Shows + before positive numbers: for changes. */
  readonly signed?: boolean;
}

interface MoneyOptions extends NumberOptions {
  /** `1.2K` instead of `1,234.00`. */
  readonly compact?: boolean;
}

/** Numbers as people of the language write them. */
export interface NumberFormats {
  readonly number: (value: number, options?: NumberOptions) => string;
  /** Of a proportion: 0.123 → `12.3%`. Up to one fraction digit by default. */
  readonly percent: (share: number, options?: NumberOptions) => string;
  /** In major units of the currency (ISO 4217). */
  readonly money: (value: number, currency: string, options?: MoneyOptions) => string;
  /** `1.2k`, `3.4M`: for tight places; give the full number in a tooltip. */
  readonly compact: (value: number) => string;
}

function fraction({ digits, signed }: NumberOptions, usual: number): Intl.NumberFormatOptions {
  return {
    ...(digits === undefined
      ? { maximumFractionDigits: usual }
      : { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    ...(signed ? { signDisplay: 'exceptZero' as const } : {}),
  };
}

/** A code Intl does not support (its shape is checked by the schema) is shown as it stands. */
function currencyStyle(currency: string): Intl.NumberFormatOptions {
  return { style: 'currency', currency, currencyDisplay: 'narrowSymbol' };
}

/** The number formats of one language; formatters are made once per set of options. */
export function numberFormats(tag: string): NumberFormats {
  const cache = new Map<string, Intl.NumberFormat>();
  function format(value: number, options: Intl.NumberFormatOptions): string {
    const key = JSON.stringify(options);
    let formatter = cache.get(key);
    if (!formatter) {
      formatter = new Intl.NumberFormat(tag, options);
      cache.set(key, formatter);
    }
    // A minus zero, from rounding or arithmetic, reads as an error.
    return formatter.format(value === 0 ? 0 : value);
  }
  return {
    number: (value, options = {}) => format(value, fraction(options, USUAL_DIGITS)),
    percent: (share, options = {}) => format(share, { style: 'percent', ...fraction(options, 1) }),
    compact: (value) => format(value, { notation: 'compact', maximumFractionDigits: 1 }),
    money(value, currency, { compact, ...options } = {}) {
      if (compact) {
        return format(value, {
          ...currencyStyle(currency),
          ...fraction(options, 1),
          notation: 'compact',
        });
      }
      // Without a wish the currency's own digits hold: two for dollars, none for yen.
      const { digits, signed } = options;
      return format(value, {
        ...currencyStyle(currency),
        ...(digits === undefined ? {} : fraction({ digits }, digits)),
        ...(signed ? { signDisplay: 'exceptZero' } : {}),
      });
    },
  };
}

/** The currency's sign as this language writes it, e.g. `$`, `€`, `RM`. */
export function currencySign(tag: string, currency: string): string {
  const parts = new Intl.NumberFormat(tag, currencyStyle(currency)).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
