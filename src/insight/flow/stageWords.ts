import type { Language } from '../../language';
import { nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { leftOf, STAGE_ENDS, stageStories, type StageStory } from './stageStory';

/** What the head of a stage says of a run. */
export interface StageWords {
  /** What share went on to what, or ended well; null where neither can be. */
  readonly onward: string | null;
  /** What share left. */
  readonly left: string;
  /** Both in a few letters, for where there is little room. */
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
  const { came, onTo, ends, canGoOn } = story;
  const share = (customers: number) => language.percent(customers / came, { digits: 0 });
  const stage = (of: string) => nameOf(map, 'stages', of, t);
  const on = onTo.reduce((sum, { customers }) => sum + customers, 0);
  const [most] = onTo;
  const left = share(leftOf(story));
  const isWon = ends.success > 0 && ends.success >= on;
  const onward = isWon
    ? t('stage.success', { share: share(ends.success) })
    : most
      ? t(onTo.length > 1 ? 'stage.on.most' : 'stage.on', {
          share: share(on),
          stage: stage(most.stage),
        })
      : canGoOn
        ? t('stage.on.none')
        : null;
  const briefOn = isWon
    ? [t('stage.brief.success', { share: share(ends.success) })]
    : onward === null
      ? []
      : [t('stage.brief.on', { share: share(on) })];
  const parts = [
    ...onTo.map(({ stage: to, customers }) =>
      t('stage.part.on', { count: customers, stage: stage(to) }),
    ),
    ...STAGE_ENDS.filter((how) => ends[how] > 0).map((how) =>
      t(`stage.part.${how}`, { count: ends[how] }),
    ),
  ];
  return {
    onward,
    left: t('stage.left', { share: left }),
    brief: [...briefOn, t('stage.brief.left', { share: left })],
    all: t('stage.all', { came, name: stage(id), parts: list(parts) }),
  };
}
