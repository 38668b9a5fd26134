import { ATTRIBUTES } from './attributes';
import { CAMPAIGNS } from './campaigns';
import type { Cases } from './case';
import { CHANCES } from './chances';
import { DECISIONS } from './decisions';
import { JOURNEY } from './journey';
import { MEASURES } from './measures';
import { PEOPLE } from './people';

/** At least one case for each rule of the checker. */
export const CASES: Cases = {
  ...JOURNEY,
  ...CHANCES,
  ...DECISIONS,
  ...ATTRIBUTES,
  ...PEOPLE,
  ...MEASURES,
  ...CAMPAIGNS,
};
