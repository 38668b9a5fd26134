import { Eye, Megaphone, UserRound, Wrench } from 'lucide-react';
import type { Touchpoint } from '../../map/schema';
import { useTools } from '../CanvasContext';
import type { TouchpointMarks } from '../../insight/kpis';
import styles from './CardMarks.module.css';

/** At most this many KPIs fit on a card; the rest are counted. */
const MOST = 2;

interface CardMarksProps {
  readonly touchpoint: Touchpoint;
  readonly marks: TouchpointMarks | undefined;
  /** With a run shown: how often customers came here. */
  readonly visits: number | undefined;
}

/** The foot of a card: what is measured here, what acts here, how sure we are. */
export function CardMarks({ touchpoint, marks, visits }: CardMarksProps) {
  const { language } = useTools();
  const { t } = language;
  const kpis = marks?.kpis ?? [];
  const campaigns = marks?.campaigns ?? [];
  const { level } = touchpoint.evidence;
  return (
    <div className={styles.row}>
      {visits !== undefined && (
        <span className={styles.visits} title={t('canvas.visits', { count: visits })}>
          {language.compact(visits)}
        </span>
      )}
      {kpis.slice(0, MOST).map(({ id, name, value, state }) => (
        <span key={id} className={styles.kpi} data-state={state} title={name}>
          <span className={styles.kpiName} dir="auto">
            {name}
          </span>
          {value !== '' && <b>{value}</b>}
        </span>
      ))}
      {kpis.length > MOST && <span className={styles.more}>{`+${kpis.length - MOST}`}</span>}
      <span className={styles.space} />
      {marks?.segments.map(({ name, color }) => (
        <i
          key={name}
          className={styles.segment}
          title={name}
          style={{ background: `var(--color-${color}-solid)` }}
        />
      ))}
      {campaigns.length > 0 && (
        <span className={styles.campaign} title={language.list(campaigns)}>
          <Megaphone aria-hidden="true" />
          {campaigns.length > 1 && campaigns.length}
        </span>
      )}
      <Actor actor={touchpoint.actor} label={t(`canvas.actor.${touchpoint.actor}`)} />
      <svg className={styles.evidence} viewBox="0 0 10 10" aria-hidden="true">
        <title>{t(`canvas.evidence.${level}`)}</title>
        <circle cx="5" cy="5" r="4" />
        {level === 'partly' && <path d="M5 1a4 4 0 0 1 0 8Z" />}
        {level === 'researched' && <circle cx="5" cy="5" r="4" className={styles.full} />}
      </svg>
    </div>
  );
}

/** Front stage is what one expects: it needs no mark. */
function Actor({ actor, label }: { readonly actor: Touchpoint['actor']; readonly label: string }) {
  if (actor === 'frontstage') return null;
  const Icon = actor === 'customer' ? UserRound : actor === 'backstage' ? Eye : Wrench;
  return (
    <span className={styles.actor} title={label}>
      <Icon aria-hidden="true" />
    </span>
  );
}
