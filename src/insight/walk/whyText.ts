import type { Language } from '../../language';
import { nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { describeRule } from '../../rules';
import type { LoggedStep, PossibleStep, WalkState } from '../../simulation';

/** Nobody distinguishes a chance this near to 1 from 1. */
const CERTAIN = 1 - 1e-9;

/** Why a customer went on from a touchpoint as they did, in whole sentences; '' while they have not. */
export function whyText(
  step: Pick<LoggedStep, 'possible' | 'dropOff' | 'chosen' | 'byHand' | 'drawn'>,
  map: JourneyMap,
  language: Language,
): string {
  const { possible, dropOff, chosen, byHand, drawn } = step;
  const { t, percent } = language;
  if (chosen === null && drawn === null) return '';
  if (byHand) return t('walk.why.byHand');
  if (chosen === null) {
    return dropOff >= CERTAIN
      ? t('walk.why.leavesAll')
      : t('walk.why.leaves', { chance: percent(dropOff) });
  }
  const rule = map.transitions[chosen]?.when ?? null;
  const because = rule && t('walk.why.rule', { rule: describeRule(rule, map, t, language.date) });
  // A decision is passed at once, and nothing is drawn at it.
  if (possible.length === 0) return because ?? t('walk.why.noOther');
  const taken = possible.find(({ transition }) => transition === chosen);
  const chance = taken && chanceText(taken, map, language, because !== null);
  return [because, chance].filter(Boolean).join(' ');
}

function chanceText(
  { chance, otherwise, segment, factors }: PossibleStep,
  map: JourneyMap,
  { t, percent, number }: Language,
  hasRule: boolean,
): string {
  if (chance >= CERTAIN) return hasRule ? '' : t('walk.why.everybody');
  const share = percent(chance);
  const said = otherwise
    ? t('walk.why.rest', { chance: share })
    : segment === null
      ? t('walk.why.chance', { chance: share })
      : t('walk.why.segment', { chance: share, segment: nameOf(map, 'segments', segment, t) });
  const lifted = factors.map(({ campaign, factor }) =>
    t('walk.why.campaign', {
      name: nameOf(map, 'campaigns', campaign, t),
      factor: number(factor),
    }),
  );
  return [said, ...lifted].join(' ');
}

/** One transition of the way to where a customer is now. */
export interface Hop {
  readonly from: string;
  /** Null = they left. */
  readonly transition: string | null;
  readonly why: string;
}

/**
 * The way of the last step: the transition chosen, and those of the decisions passed behind it. For who has left,
 * why they did; at the beginning there is none.
 */
export function lastHops(
  { log, end }: Pick<WalkState, 'log' | 'end'>,
  map: JourneyMap,
  language: Language,
): Hop[] {
  const hasLeft = end?.kind === 'drop-off';
  const gone = hasLeft ? log : log.slice(0, -1);
  const begin = gone.findLastIndex(({ possible }) => possible.length > 0);
  return gone.slice(Math.max(begin, 0)).map((step, index, { length }) => {
    const isEnd = hasLeft && index === length - 1;
    const noRuleHeld = isEnd && step.possible.length === 0;
    const why = noRuleHeld ? language.t('walk.why.noRule') : whyText(step, map, language);
    return { from: step.touchpoint, transition: step.chosen, why };
  });
}
