import { type CSSProperties, memo, useRef } from 'react';
import { Later, later } from '../../controls/Later';
import { useStore } from 'zustand';
import { displayOf } from '../../editing';
import { BAND, type Band } from '../../map/layout';
import { useCanvas, useTools } from '../CanvasContext';
import { BandHead } from './BandHead';
import styles from './BandLayer.module.css';
import { usePinned } from './usePinned';

// No stage is folded when a map is first seen.
const StageSummary = later(async () => (await import('./StageSummary')).StageSummary);

/** Bands go on below what they hold: there is always room to drop something further down. */
const ENDLESS = 12_000;

/** The stages behind everything: tall bands in journey order, each under its head, which stays in sight. */
export const BandLayer = memo(function BandLayer({ bands }: { readonly bands: readonly Band[] }) {
  const carried = useCanvas((state) => state.carried);
  const heads = useRef<HTMLDivElement>(null);
  const { y: top = 0, height = 0 } = bands[0] ?? {};
  usePinned(heads, bands);
  return (
    <>
      <div className={styles.layer}>
        {bands.map((band) => (
          <BandView key={band.stage ?? ''} band={band} />
        ))}
        {carried && (
          <div
            className={styles.slot}
            style={{
              transform: `translate(${carried.x - 3}px, ${top}px)`,
              height: height + ENDLESS,
            }}
          />
        )}
      </div>
      <div
        ref={heads}
        className={styles.layer}
        style={{ '--pinned-head': `${BAND.pinned}px` } as CSSProperties}
      >
        {bands.map((band) => (
          <HeadView key={band.stage ?? ''} band={band} />
        ))}
      </div>
    </>
  );
});

/** What a band and its head look like just now. */
function useBand(id: string | null) {
  const { editor } = useTools();
  const detail = useCanvas((state) => state.detail);
  const isCarried = useCanvas((state) => state.carried?.stage === id);
  const isDimmed = useCanvas(
    ({ lit }) => lit !== null && lit.stages !== null && !lit.stages.has(id ?? ''),
  );
  const isFolded = useStore(displayOf(editor), ({ folded }) => id !== null && folded.has(id));
  return {
    isFolded,
    attributes: {
      'data-unsorted': id === null || undefined,
      'data-carried': isCarried || undefined,
      'data-folded': isFolded || undefined,
      'data-dimmed': isDimmed || undefined,
      'data-detail': detail,
    },
  };
}

const HeadView = memo(function HeadView({ band }: { readonly band: Band }) {
  const { stage: id, x, y, width } = band;
  const { isFolded, attributes } = useBand(id);
  return (
    <div
      className={styles.top}
      {...attributes}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height: BAND.head }}
    >
      <BandHead id={id} isFolded={isFolded} />
    </div>
  );
});

const BandView = memo(function BandView({ band }: { readonly band: Band }) {
  const { stage: id, x, y, width, height } = band;
  const { isFolded, attributes } = useBand(id);
  return (
    <section
      className={styles.band}
      {...attributes}
      style={{ transform: `translate(${x}px, ${y}px)`, width, height: height + ENDLESS }}
    >
      {isFolded && id !== null && (
        <Later missing="notice">
          <StageSummary stage={id} band={band} />
        </Later>
      )}
    </section>
  );
});
