import type { RunResult } from '../../simulation/results';

/** The numbers of a run that are drawn on the map. */
export interface Overlay {
  readonly touchpoints: Readonly<
    Record<string, { readonly visits: number; readonly dropOff: number } | undefined>
  >;
  /** `flow`: times taken; `share`: of the visits to its touchpoint that were left. */
  readonly transitions: Readonly<
    Record<string, { readonly flow: number; readonly share: number } | undefined>
  >;
}

/** What of a run is drawn on the map. */
export function overlayOf(run: RunResult): Overlay {
  const each = <From, To>(table: Readonly<Record<string, From>>, pick: (value: From) => To) =>
    Object.fromEntries(Object.entries(table).map(([id, value]) => [id, pick(value)]));
  return {
    touchpoints: each(run.touchpoints, ({ visits, dropOffShare }) => ({
      visits,
      dropOff: dropOffShare.value,
    })),
    transitions: each(run.transitions, ({ count, share }) => ({ flow: count, share: share.value })),
  };
}
