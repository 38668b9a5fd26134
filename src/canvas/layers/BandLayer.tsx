import { memo } from 'react';
import { Later, later } from '../../controls/Later';
import { useStore } from 'zustand';
import { displayOf } from '../../editing';
import type { Band } from '../../map/layout';
import { useCanvas, useTools } from '../CanvasContext';
import { BandHead } from './BandHead';
import styles from './BandLayer.module.css';

// No stage is folded when a map is first seen.
const StageSummary = later(async () => (await import('./StageSummary')).StageSummary);

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
  const { editor } = useTools();
  const detail = useCanvas((state) => state.detail);
  const isCarried = useCanvas((state) => state.carried?.stage === id);
  const isDimmed = useCanvas(
    ({ lit }) => lit !== null && lit.stages !== null && !lit.stages.has(id ?? ''),
  );
  const isFolded = useStore(displayOf(editor), ({ folded }) => id !== null && folded.has(id));

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
      <BandHead id={id} isFolded={isFolded} />
      {isFolded && id !== null && (
        <Later missing="notice">
          <StageSummary stage={id} band={band} />
        </Later>
      )}
    </section>
  );
});
