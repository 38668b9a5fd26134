import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { filtered, type Lit } from '../../../editing/lit';
import { filterSize, displayOf } from '../../../editing';
import { type RunResult } from '../../../simulation/results';
import { useEditor, useMap } from '../../session';

/** What the filter of the map leaves of it in a view of lists. */
export interface Filtered {
  /** Touchpoints and transitions that meet it; null without a filter. */
  readonly met: Pick<Lit, 'items' | 'transitions'> | null;
  /** Is the persona or segment among those asked for? All are where none is asked for. */
  readonly asksFor: (collection: 'personas' | 'segments', id: string) => boolean;
}

/** The filter that is on, as it is on the map. where personas come is read from `run`. */
export function useFiltered(run: RunResult | null): Filtered {
  const editor = useEditor();
  const filter = useStore(displayOf(editor), (display) => display.filter);
  const isOn = filterSize(filter) > 0;
  // Without a filter no edit is waited for.
  const whole = useDeferredValue(useMap((map) => (isOn ? map : null)));
  return useMemo(
    () => ({
      met: whole && filtered(whole, filter, run),
      asksFor: (collection, id) =>
        Object.keys(filter[collection]).length === 0 || filter[collection][id] === true,
    }),
    [whole, filter, run],
  );
}
