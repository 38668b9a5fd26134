import { useMemo } from 'react';
import { END_KINDS, type EndKind } from '../../../simulation/results';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useRunState } from '../RunContext';
import { dateOfClock } from '../../../simulation';
import type { Player, ReplayCounts } from '../../../runs/replay';

/** How places of a replay are written. */
export interface TimeTexts {
  /** `3 days`, from the run's first day on; `Step 3 of 7` where nothing takes time. */
  readonly elapsed: (place: number) => string;
  /** `4 Mar 2026, 63 days in`. */
  readonly when: (place: number) => string;
  readonly counts: (tally: ReplayCounts) => string;
  /** Time and counts, for whoever does not see them. */
  readonly sentence: (place: number) => string;
}

/** In the language and by the first day of the run that is shown; a place is 0 … 1. */
export function useTimes({ score, reader }: Player): TimeTexts {
  const language = useLanguage();
  const startDate = useRunState(({ current }) => current?.result.settings.startDate ?? null);
  return useMemo(() => {
    const { t, number, date, duration } = language;
    const clockAt = (place: number) => score.pace.clockAt(place);
    // What lies a hair before a step by rounding is that step.
    const stepAt = (place: number) =>
      t('replay.step', { step: Math.floor(clockAt(place) + 1e-6), of: score.span });
    const endedBy = ({ ended }: ReplayCounts, kind: EndKind) => ended[END_KINDS.indexOf(kind)] ?? 0;
    const times: TimeTexts = {
      elapsed: (place) => (score.unit === 'days' ? duration(clockAt(place), true) : stepAt(place)),
      when: (place) =>
        score.unit === 'steps'
          ? stepAt(place)
          : t('replay.now', {
              date: startDate === null ? '' : date(dateOfClock(startDate, clockAt(place))),
              elapsed: times.elapsed(place),
            }),
      counts: (tally) =>
        t('replay.counts', {
          underway: number(tally.underway),
          outcome: number(endedBy(tally, 'outcome')),
          lost: number(endedBy(tally, 'drop-off') + endedBy(tally, 'cut-off')),
        }),
      sentence: (place) =>
        t('replay.said', {
          when: times.when(place),
          counts: times.counts(reader.countsAt(place)),
        }),
    };
    return times;
  }, [language, startDate, score, reader]);
}
