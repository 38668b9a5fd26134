import { inOrder, nameOf } from '../../../map/records';
import type { JourneyMap } from '../../../map/schema';
import { describeRule, isBroken } from '../../../rules';
import type { LoggedStep, PossibleStep } from '../../../simulation';
import { Button } from '../../../controls/Button';
import { useLanguage } from '../../../controls/LanguageProvider';
import { drawNeighbours, type DrawRange, drawRanges } from '../../../insight/walk';
import { Clauses } from './Clauses';
import styles from './Walk.module.css';

interface TransitionsProps {
  readonly map: JourneyMap;
  readonly step: Pick<LoggedStep, 'possible' | 'dropOff' | 'touchpoint'>;
  /** The number drawn, 0…1; null = nothing was drawn. */
  readonly drawn: number | null;
  /** The transition taken or next; null = they leave. */
  readonly chosen: string | null;
  /** Lets the reader choose; absent for what is past. */
  readonly onChoose?: (transition: string | null) => void;
}

/** What was possible here, why, and what the draw made of it. */
export function Transitions({ map, step, drawn, chosen, onChoose }: TransitionsProps) {
  const { t } = useLanguage();
  const { possible, dropOff } = step;
  const ranges = drawRanges(step);
  const toName = (transition: string | null) =>
    transition === null
      ? t('walk.leaves')
      : nameOf(map, 'touchpoints', map.transitions[transition]?.to ?? '', t);
  return (
    <>
      <ul className={styles.transitions}>
        {possible.map((each) => (
          <PossibleTransition
            key={each.transition}
            map={map}
            step={each}
            name={toName(each.transition)}
            isChosen={each.transition === chosen}
            {...(onChoose && { onChoose: () => onChoose(each.transition) })}
          />
        ))}
        {dropOff > 0 && (
          <li className={styles.transition} data-chosen={chosen === null || undefined}>
            <TransitionHead
              name={t('walk.leaves')}
              chance={dropOff}
              {...(onChoose && { onChoose: () => onChoose(null) })}
            />
            <p className={styles.factors}>{t('walk.leavesWhy')}</p>
          </li>
        )}
      </ul>
      {drawn !== null && ranges.length > 0 && (
        <details className={styles.drawn}>
          <summary>{t('walk.draw')}</summary>
          <Draw drawn={drawn} chosen={chosen} ranges={ranges} toName={toName} />
        </details>
      )}
    </>
  );
}

interface DrawProps {
  readonly drawn: number;
  readonly chosen: string | null;
  readonly ranges: readonly DrawRange[];
  readonly toName: (transition: string | null) => string;
}

/** Where the number drawn lies among the chances, and which numbers would have led elsewhere. */
function Draw({ drawn, chosen, ranges, toName }: DrawProps) {
  const { t, number } = useLanguage();
  const beside = drawNeighbours(ranges, chosen);
  return (
    <figure className={styles.draw}>
      <div className={styles.ruler} aria-hidden="true">
        {ranges.map(({ transition, low, high }) => (
          <span
            key={transition ?? 'leave'}
            style={{ width: `${(high - low) * 100}%` }}
            data-chosen={transition === chosen || undefined}
            data-leaves={transition === null || undefined}
          />
        ))}
        <i style={{ insetInlineStart: `${drawn * 100}%` }} />
      </div>
      <figcaption>
        {t('walk.drew', { number: number(drawn, { digits: 3 }), name: toName(chosen) })}
        {beside && ranges.length > 1 && (
          <span className={styles.turn}>
            {[
              beside.below &&
                t('walk.flip.below', {
                  number: number(beside.taken.low, { digits: 3 }),
                  name: toName(beside.below.transition),
                }),
              beside.above &&
                t('walk.flip.above', {
                  number: number(beside.taken.high, { digits: 3 }),
                  name: toName(beside.above.transition),
                }),
            ]
              .filter(Boolean)
              .join(' ')}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

interface PossibleTransitionProps {
  readonly map: JourneyMap;
  readonly step: PossibleStep;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose?: () => void;
}

function PossibleTransition({ map, step, name, isChosen, onChoose }: PossibleTransitionProps) {
  const { rule, turns, isOpen, chance, transition } = step;
  const { t, date } = useLanguage();
  const { label = '', when = null } = map.transitions[transition] ?? {};
  return (
    <li
      className={styles.transition}
      data-chosen={isChosen || undefined}
      data-closed={!isOpen || undefined}
    >
      <TransitionHead
        name={label ? `${name} · ${label}` : name}
        chance={chance}
        {...(isOpen && onChoose && { onChoose })}
      />
      <Factors map={map} step={step} />
      {when && isBroken(when, map) ? (
        <p className={styles.factors}>
          {t('walk.broken', { rule: describeRule(when, map, t, (day) => date(day)) })}
        </p>
      ) : (
        rule && <Clauses explanation={rule} map={map} turns={turns} />
      )}
    </li>
  );
}

function TransitionHead({
  name,
  chance,
  onChoose,
}: {
  readonly name: string;
  readonly chance: number;
  readonly onChoose?: () => void;
}) {
  const { t, percent } = useLanguage();
  return (
    <div className={styles.transitionHead}>
      <span className={styles.transitionName}>{name}</span>
      <span className={styles.chance}>{percent(chance)}</span>
      {onChoose && (
        <Button size="sm" variant="ghost" aria-label={t('walk.goTo', { name })} onClick={onChoose}>
          {t('walk.go')}
        </Button>
      )}
    </div>
  );
}

/** Where the chance comes from: the row that matched, each campaign's factor, what was left. */
function Factors({ map, step }: { readonly map: JourneyMap; readonly step: PossibleStep }) {
  const { t, percent, number } = useLanguage();
  const { isOpen, otherwise, written, segment, factors, chance } = step;
  if (!isOpen) return <p className={styles.factors}>{t('walk.closed')}</p>;
  if (otherwise) return <p className={styles.factors}>{t('walk.otherwise')}</p>;
  const base = percent(written);
  const from =
    segment === null
      ? t('walk.base', { chance: base })
      : t('walk.row', { chance: base, name: nameOf(map, 'segments', segment, t) });
  const times = factors.map(({ campaign, factor }) =>
    t('walk.factor', {
      factor: number(factor),
      name: nameOf(map, 'campaigns', campaign, t),
    }),
  );
  const product = factors.reduce((value, { factor }) => value * factor, written);
  const madeRoom = Math.abs(product - chance) > 5e-4;
  const hasRows = inOrder(map.transitions[step.transition]?.chance.bySegment ?? {}).length > 0;
  if (!hasRows && times.length === 0 && !madeRoom) return null;
  return (
    <p className={styles.factors}>
      {[from, ...times].join(' ')}
      {madeRoom && ` → ${percent(chance)} ${t('walk.gaveWay')}`}
    </p>
  );
}
