import type { Language, MessageId } from '../../language';
import { nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { leftOf, STAGE_ENDS, stageStories, type StageStory } from './stageStory';
import { wholePercents } from './wholePercents';

/** What the head of a stage says of a run. All its shares add up to 100 %, and so do those of `brief`. */
export interface StageWords {
  /** What share of those who came went on to what, or ended well; null where neither can be. */
  readonly onward: string | null;
  /** What share left, and what share neither. */
  readonly others: readonly string[];
  /** The same in a few letters, for where there is little room. */
  readonly brief: readonly string[];
  /** All of it, with counts and the basis. */
  readonly all: string;
}

/** The words at the heads of the stages that somebody came to. */
export function stageWords(
  map: JourneyMap,
  run: Pick<RunResult, 'walks'>,
  language: Language,
): Readonly<Record<string, StageWords>> {
  const told = Object.entries(stageStories(map, run)).filter(([, { came }]) => came > 0);
  return Object.fromEntries(
    told.map(([id, story]) => [id, wordsOf(map, id, story, language)] as const),
  );
}

function wordsOf(map: JourneyMap, id: string, story: StageStory, language: Language): StageWords {
  const { t, list } = language;
  const { came, onTo, ends } = story;
  const stage = (of: string) => nameOf(map, 'stages', of, t);
  const counted = [
    ...onTo.map(({ stage: to, customers }) =>
      t('stage.part.on', { count: customers, stage: stage(to) }),
    ),
    ...STAGE_ENDS.filter((how) => ends[how] > 0).map((how) =>
      t(`stage.part.${how}`, { count: ends[how] }),
    ),
  ];
  return {
    ...sharesOf(story, stage, language),
    all: t('stage.all', { came, name: stage(id), parts: list(counted) }),
  };
}

/** Three shares: those who went on (or succeeded, where more did), those who left, and all others. */
function sharesOf(
  story: StageStory,
  stage: (id: string) => string,
  { t, percent }: Language,
): Omit<StageWords, 'all'> {
  const { came, onTo, ends, canGoOn } = story;
  const on = onTo.reduce((sum, { customers }) => sum + customers, 0);
  const [most] = onTo;
  const isWon = ends.success > 0 && ends.success >= on;
  const first = isWon ? ends.success : on;
  const left = leftOf(story);
  const rest = came - first - left;
  const wholes = wholePercents([first, left, rest]);
  const [forth, away, other] = wholes.map((whole) => percent(whole / 100, { digits: 0 }));
  const hasRest = (wholes[2] ?? 0) > 0;
  const said = (share = '', id: MessageId, values = {}) => t(id, { share, ...values });
  const onward = isWon
    ? said(forth, 'stage.success')
    : most
      ? said(forth, onTo.length > 1 ? 'stage.on.most' : 'stage.on', { stage: stage(most.stage) })
      : canGoOn
        ? t('stage.on.none')
        : null;
  const restId = rest === ends['on-the-way'] ? 'stage.way' : 'stage.rest';
  return {
    onward,
    others: [
      // Of what the shares are is said with the first of them.
      said(away, first > 0 ? 'stage.left' : 'stage.left.of'),
      ...(hasRest ? [said(other, restId)] : []),
    ],
    brief: [
      ...(onward === null ? [] : [said(forth, isWon ? 'stage.brief.success' : 'stage.brief.on')]),
      said(away, 'stage.brief.left'),
      ...(hasRest ? [said(other, 'stage.brief.rest')] : []),
    ],
  };
}
