import { memo, useMemo } from 'react';
import { nameOf } from '../../../map/records';
import type { Player, TokenLook } from '../../../runs/replay';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useMap } from '../../session';
import type { OpenRun } from '../../../runs/store';
import styles from './Replay.module.css';
import { usePlayer } from './ReplayContext';
import { TokenMark } from './TokenMark';

/** Which mark is which persona, how many of each are on the way, and how many of all are shown. */
export function ReplayLegend({ player, run }: { readonly player: Player; readonly run: OpenRun }) {
  const { t, number } = useLanguage();
  const map = useMap((whole) => whole);
  const place = usePlayer(player, (state) => state.place);
  const { byPersona } = useMemo(() => player.reader.countsAt(place), [player, place]);
  const { walks } = run.result;
  const names = [
    ...walks.personas.map((id) => nameOf(map, 'personas', id, t)),
    t('replay.noPersona'),
  ];
  const hasNone = walks.persona.includes(-1);
  return (
    <section className={styles.legend} aria-label={t('replay.legend')}>
      <ul>
        {player.tokens.looks.map(
          (look, index) =>
            (index < walks.personas.length || hasNone) && (
              <Line
                key={look.letter}
                look={look}
                name={names[index] ?? ''}
                count={number(byPersona[index] ?? 0)}
              />
            ),
        )}
      </ul>
      <p className={styles.notes}>
        {t('replay.sampled', {
          count: number(walks.customer.length),
          customers: number(run.summary.customers),
        })}{' '}
        {t('replay.again')}
      </p>
    </section>
  );
}

const Line = memo(function Line({
  look,
  name,
  count,
}: {
  readonly look: TokenLook;
  readonly name: string;
  readonly count: string;
}) {
  return (
    <li title={name}>
      <TokenMark look={look} />
      <span className={styles.who} dir="auto">
        {name}
      </span>
      <span className={styles.count}>{count}</span>
    </li>
  );
});
