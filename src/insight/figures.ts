import type { KpiUnit } from '../kpis';
import type { Language } from '../language';
import type { Estimate, Interval } from '../simulation/results';

/** A number as its unit is read: shares in percent, money in the map's currency. */
export function figure(
  value: number,
  unit: KpiUnit,
  currency: string,
  language: Language,
  signed = false,
): string {
  const { t, number, percent, money } = language;
  switch (unit) {
    case 'share':
      return percent(value, { digits: 1, signed });
    case 'money':
      return money(value, currency, {
        signed,
        ...(Math.abs(value) >= 1_000 ? { digits: 0 } : {}),
      });
    case 'months':
      return t('run.months', { count: number(value, { digits: 1, signed }) });
    case 'days':
      return signed
        ? t('run.days', { count: number(value, { signed }) })
        : language.duration(value);
    case 'score':
      return number(value, { digits: 1, signed });
    case 'ratio':
      return number(value, { digits: 2, signed });
    case 'count':
      return number(value, {
        ...(Math.abs(value) >= 100 ? { digits: 0 } : {}),
        signed,
      });
  }
}

/** Both ends of an interval; null where there is none. */
export function intervalText(
  interval: Interval | null,
  unit: KpiUnit,
  currency: string,
  language: Language,
  signed = false,
): string | null {
  if (!interval) return null;
  const [low, high] = interval.map((end) => figure(end, unit, currency, language, signed));
  return language.t('run.interval', { low: low ?? '', high: high ?? '' });
}

/** On which side of 0 a number surely lies; null where its interval holds 0 or is not known. */
export function sureSign({ value, interval }: Estimate): 1 | -1 | null {
  if (!interval || value === 0) return null;
  if (interval[0] > 0) return 1;
  return interval[1] < 0 ? -1 : null;
}

/** Does it earn, lose, or is it too close to call? */
export function verdictOf(profit: Estimate): 'earns' | 'loses' | 'unsure' {
  const sign = sureSign(profit);
  return sign === null ? 'unsure' : sign > 0 ? 'earns' : 'loses';
}
