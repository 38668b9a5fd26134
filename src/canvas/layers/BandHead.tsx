import { FoldHorizontal, UnfoldHorizontal } from 'lucide-react';
import { fold } from '../../editing';
import { nameOf } from '../../map/records';
import type { Stage } from '../../map/schema';
import { useCanvas, useEdited, useIsSelected, useTools } from '../CanvasContext';
import { RecordName } from '../card';
import styles from './BandLayer.module.css';

interface BandHeadProps {
  /** The stage; null = the touchpoints that belong to none. */
  readonly id: string | null;
  readonly isFolded: boolean;
}

/** The head of a band: the stage's name, what is known of it, and the button that folds it. */
export function BandHead({ id, isFolded }: BandHeadProps) {
  const { language } = useTools();
  const { t } = language;
  const detail = useCanvas((state) => state.detail);
  const stage = useEdited(({ map }) => (id === null ? null : map.stages[id])) ?? null;
  const isSelected = useIsSelected('stages', id);
  const told = useCanvas(({ stages }) => stages[id ?? '']);
  const name = useEdited(({ map }) =>
    id === null ? t('canvas.unsorted') : nameOf(map, 'stages', id, t),
  );
  const color = stage?.color ?? 'grey';

  return (
    <div
      className={styles.head}
      style={{ borderTopColor: `var(--color-${color}-solid)` }}
      data-item="stage"
      data-id={id ?? undefined}
      data-selected={isSelected || undefined}
    >
      {id === null ? (
        <div className={styles.name} dir="auto">
          {name}
        </div>
      ) : (
        <StageName id={id} stage={stage} name={name} told={told?.all} isSelected={isSelected} />
      )}
      {(detail === 'near' || detail === 'middle') && (
        <div className={styles.facts}>
          {stage && stage.goal !== '' && (
            <span className={styles.goal} dir="auto" title={stage.goal}>
              {stage.goal}
            </span>
          )}
          {stage && stage.owner !== '' && <span className={styles.owner}>{stage.owner}</span>}
        </div>
      )}
      {told && (
        <>
          <div className={styles.told} title={told.all}>
            {told.onward !== null && <b>{told.onward}</b>}
            {told.others.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </div>
          <span className={styles.brief} title={told.all} aria-hidden="true">
            {told.brief.map((part) => (
              <span key={part}>{part}</span>
            ))}
          </span>
        </>
      )}
      {id !== null && <FoldButton id={id} name={name} isFolded={isFolded} />}
    </div>
  );
}

interface StageNameProps {
  readonly id: string;
  readonly stage: Stage | null;
  /** The name as shown, also of a stage without one. */
  readonly name: string;
  /** What is known of the stage by a run. */
  readonly told: string | undefined;
  readonly isSelected: boolean;
}

function StageName({ id, stage, name, told, isSelected }: StageNameProps) {
  const { t } = useTools().language;
  const isRenaming = useEdited(({ renaming }) => renaming?.id === id && renaming.at === 'view');
  if (isRenaming && stage) {
    return (
      <div className={styles.name} dir="auto">
        <RecordName
          target={{ collection: 'stages', id }}
          value={stage.name}
          field="name"
          label={t('canvas.rename.stage')}
          className={styles.rename}
        />
      </div>
    );
  }
  return (
    <div
      className={styles.name}
      role="button"
      tabIndex={-1}
      data-focus
      aria-pressed={isSelected}
      aria-roledescription={t('canvas.stage')}
      aria-label={[name, stage?.goal, stage?.owner, told].filter(Boolean).join(', ')}
      dir="auto"
    >
      {name}
    </div>
  );
}

interface FoldButtonProps {
  readonly id: string;
  readonly name: string;
  readonly isFolded: boolean;
}

function FoldButton({ id, name, isFolded }: FoldButtonProps) {
  const { editor, language } = useTools();
  const label = language.t(isFolded ? 'canvas.unfold' : 'canvas.fold', { name });
  return (
    <button
      type="button"
      className={styles.fold}
      tabIndex={-1}
      aria-expanded={!isFolded}
      aria-label={label}
      title={label}
      onClick={() => {
        fold(editor, id, !isFolded);
      }}
    >
      {isFolded ? <UnfoldHorizontal aria-hidden="true" /> : <FoldHorizontal aria-hidden="true" />}
    </button>
  );
}
