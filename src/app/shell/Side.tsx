import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { Later } from '../../controls/Later';
import { Skeleton } from '../../controls/Skeleton';
import { SplitHandle } from '../../controls/SplitHandle';
import { ErrorBoundary } from '../ErrorBoundary';
import styles from './MapShell.module.css';
import { PanelPart } from './parts';
import { SCREEN_PART } from './screenParts';
import { type ShellState, type ShellStore, togglePanel } from './shellState';

/** The width of each panel: which state keeps it, and its limits in px. */
const WIDTHS = {
  outline: { key: 'outlineWidth', min: 200, max: 480 },
  problems: { key: 'outlineWidth', min: 200, max: 480 },
  inspector: { key: 'inspectorWidth', min: 280, max: 640 },
  runs: { key: 'inspectorWidth', min: 280, max: 640 },
  walk: { key: 'walkWidth', min: 280, max: 960 },
} as const;

/** A side panel with its handle; on narrow screens it lies over the view. */
export function Side({
  store,
  side,
  panel,
  label,
}: {
  readonly store: ShellStore;
  readonly side: 'start' | 'end';
  readonly panel: keyof typeof WIDTHS;
  readonly label: string;
}) {
  const { key, min, max } = WIDTHS[panel];
  const width = useStore(store, (state: ShellState) => state[key]);
  const isShown = useStore(store, ({ panels }) => panels[panel]);
  if (!isShown) return null;

  const handle: ReactNode = (
    <SplitHandle
      panel={label}
      controls={`shell-${panel}`}
      side={side}
      size={width}
      min={min}
      max={max}
      onResize={(next) => store.setState({ [key]: next })}
    />
  );
  return (
    <>
      {side === 'end' && handle}
      <aside
        id={`shell-${panel}`}
        className={styles.side}
        data-side={side}
        aria-label={label}
        tabIndex={-1}
        style={{ width }}
        {...SCREEN_PART}
      >
        <ErrorBoundary>
          <Later fallback={<Skeleton />}>
            <PanelPart name={panel} />
          </Later>
        </ErrorBoundary>
      </aside>
      <button
        type="button"
        className={styles.scrim}
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => togglePanel(store, panel)}
      />
      {side === 'start' && handle}
    </>
  );
}
