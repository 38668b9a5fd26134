import type { Color } from '../map/schema';
import type { Lit } from './lit';

/** How a KPI stands against its target. */
export type KpiState = 'met' | 'watch' | 'missed' | 'unknown';

export interface KpiChip {
  readonly id: string;
  readonly name: string;
  /** Formatted; '' where nothing is known yet. */
  readonly value: string;
  readonly state: KpiState;
}

/** What is worth seeing on a touchpoint besides itself; the views work it out. */
export interface TouchpointMarks {
  readonly kpis: readonly KpiChip[];
  /** Names of campaigns that act here. */
  readonly campaigns: readonly string[];
  readonly segments: readonly { readonly name: string; readonly color: Color }[];
  readonly problem: {
    readonly severity: 'error' | 'warning';
    readonly text: string;
  } | null;
}

/** What a transition says; the views know how to put rules and chances into words. */
export interface TransitionWords {
  /** Short, on the canvas. */
  readonly label: string;
  /** The end of `label` that is seen however long the rest is: the chance behind a rule; or ''. */
  readonly tail: string;
  /** The whole of it but for where it leads, for screen readers and on pointing. */
  readonly title: string;
}

/** What the views tell the canvas to show besides the map. */
export interface CanvasExtras {
  readonly marks: Readonly<Record<string, TouchpointMarks>>;
  readonly words: Readonly<Record<string, TransitionWords>>;
  readonly overlay: Overlay | null;
  /** What stays as it is while the rest dims; null = nothing dims. */
  readonly lit: Lit | null;
}

/** The numbers of a run, to be seen on the map. Parts of src/simulation/results.ts. */
export interface Overlay {
  readonly touchpoints: Readonly<
    Record<string, { readonly visits: number; readonly dropOff: number } | undefined>
  >;
  /** `flow`: times taken; `share`: of the visits to its touchpoint that were left. */
  readonly transitions: Readonly<
    Record<string, { readonly flow: number; readonly share: number } | undefined>
  >;
  readonly stages: Readonly<Record<string, { readonly conversion: number } | undefined>>;
}
