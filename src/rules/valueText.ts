import type { Language } from '../language';
import type { JourneyMap } from '../map/schema';
import type { Actual } from './actual';
import type { ExplainedClause } from './explain';

/** A value a rule has read, as people write it. */
export function valueText(value: Actual | undefined, language: Language): string {
  const { t } = language;
  if (value === null || value === undefined || value === '') return t('walk.value.unset');
  if (typeof value === 'boolean') return t(value ? 'walk.value.yes' : 'walk.value.no');
  if (typeof value === 'number') return language.number(value);
  if (typeof value === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? language.date(value) : value;
  }
  return value.length === 0 ? t('walk.value.unset') : language.list(value.map(String));
}

/**
 * A drawn number as people speak of it, an age of 35.74 years as 36: whole from ten on, with one digit
 * from one on. Whole numbers are written as they are.
 */
export function spokenText(value: Actual | undefined, language: Language): string {
  if (typeof value !== 'number' || Number.isInteger(value)) return valueText(value, language);
  const size = Math.abs(value);
  return language.number(value, { digits: size >= 10 ? 0 : size >= 1 ? 1 : 2 });
}

/** What a clause read: records by their names. */
export function readText({ clause, actual }: ExplainedClause, map: JourneyMap, language: Language) {
  if (clause.kind === 'persona' && typeof actual === 'string') {
    return map.personas[actual]?.name || valueText(actual, language);
  }
  return valueText(actual, language);
}

/** The sentence on what would have turned a clause. */
export function turnText({ turn }: ExplainedClause, language: Language): string {
  const { t } = language;
  switch (turn.to) {
    case 'value':
      return t('walk.turn.value', { value: valueText(turn.value, language) });
    case 'other':
    case 'unset':
      return t(`walk.turn.${turn.to}`);
    default:
      return t(`walk.turn.${turn.to}`, { value: valueText(turn.value, language) });
  }
}
