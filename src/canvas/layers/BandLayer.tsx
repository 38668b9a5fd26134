import { FoldHorizontal, UnfoldHorizontal } from 'lucide-react';
import { lazy, memo, Suspense } from 'react';
import { useStore } from 'zustand';
import { fold, lookOf } from '../../editing';
import { BAND, type Band } from '../../map/layout';
import { useCanvas, useEdited, useTools } from '../CanvasContext';
import { RenameBox } from '../card/RenameBox';
import styles from './BandLayer.module.css';

// No stage is folded when a map is first seen.
const StageSummary = lazy(async () => ({
  default: (await import('./StageSummary')).StageSummary,
}));

/** Bands go on below what they hold: there is always room to drop something further down. */
const ENDLESS = 12_000;

/** The stages behind everything: tall bands in journey order, each under its head. */
export const BandLayer = memo(function BandLayer({ bands }: { readonly bands: readonly Band[] }) {
  const carried = useCanvas((state) => state.carried);
  return (
    <div className={styles.layer}>
      {bands.map((band) => (
        <BandView key={band.stage ?? ''} band={band} />
      ))}
      {carried && (
        <div
          className={styles.slot}
          style={{
            transform: `translate(${carried.x - 3}px, ${bands[0]?.y ?? 0}px)`,
            height: (bands[0]?.height ?? 0) + ENDLESS,
          }}
        />
      )}
    </div>
  );
});

const BandView = memo(function BandView({ band }: { readonly band: Band }) {
  const { stage: id, x, y, width, height } = band;
  const { editor, language } = useTools();
  const { t } = language;
  const detail = useCanvas((state) => state.detail);
  const isCarried = useCanvas((state) => state.carried?.stage === id);
  const isDimmed = useCanvas(
    ({ lit }) => lit !== null && lit.stages !== null && !lit.stages.has(id ?? ''),
  );
  const stage = useEdited(({ map }) => (id === null ? null : map.stages[id]));
  const isSelected = useEdited(({ selection }) => selection.some((target) => target.id === id));
  const isRenaming = useEdited(
    ({ renaming }) => id !== null && renaming?.id === id && renaming.at === 'view',
  );
  const isFolded = useStore(lookOf(editor), ({ folded }) => id !== null && folded.has(id));
  const conversion = useCanvas(({ overlay }) => overlay?.stages[id ?? '']?.conversion);
  const name = id === null ? t('canvas.unsorted') : stage?.name || t('canvas.unnamedStage');
  const color = stage?.color ?? 'grey';

  return (
    <section
      className={styles.band}
      data-unsorted={id === null || undefined}
      data-carried={isCarried || undefined}
      data-folded={isFolded || undefined}
      data-dimmed={isDimmed || undefined}
      data-detail={detail}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height: height + ENDLESS }}
    >
      <div
        className={styles.head}
        style={{ height: BAND.head, borderTopColor: `var(--color-${color}-solid)` }}
        data-item="stage"
        data-id={id ?? undefined}
        data-selected={isSelected || undefined}
      >
        {isRenaming && stage && id !== null ? (
          <div className={styles.name}>
            <RenameBox
              target={{ collection: 'stages', id }}
              value={stage.name}
              field="name"
              label={t('canvas.rename.stage')}
              className={styles.rename}
              step="canvas.step.rename"
            />
          </div>
        ) : id === null ? (
          <div className={styles.name}>{name}</div>
        ) : (
          <div
            className={styles.name}
            role="button"
            tabIndex={-1}
            data-focus
            aria-pressed={isSelected}
            aria-roledescription={t('canvas.stage')}
            aria-label={[name, stage?.goal, stage?.owner].filter(Boolean).join(', ')}
            dir="auto"
          >
            {name}
          </div>
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
        {conversion !== undefined && (
          <span className={styles.conversion} title={t('canvas.stageConversion')}>
            {language.percent(conversion)}
          </span>
        )}
        {id !== null && (
          <button
            type="button"
            className={styles.fold}
            tabIndex={-1}
            aria-expanded={!isFolded}
            aria-label={t(isFolded ? 'canvas.unfold' : 'canvas.fold', { name })}
            onClick={() => {
              fold(editor, id, !isFolded);
            }}
          >
            {isFolded ? (
              <UnfoldHorizontal aria-hidden="true" />
            ) : (
              <FoldHorizontal aria-hidden="true" />
            )}
          </button>
        )}
      </div>
      {isFolded && id !== null && (
        <Suspense fallback={null}>
          <StageSummary stage={id} band={band} />
        </Suspense>
      )}
    </section>
  );
});
