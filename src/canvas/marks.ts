import type { Lit } from '../editing/lit';
import type { Overlay, StageWords } from '../insight/flow';
import type { TouchpointMarks } from '../insight/kpis';
import type { TransitionWords } from '../rules';

/** What the views let the canvas show besides the map. */
export interface CanvasExtras {
  readonly marks: Readonly<Record<string, TouchpointMarks>>;
  readonly words: Readonly<Record<string, TransitionWords>>;
  readonly overlay: Overlay | null;
  /** What the heads of stages say of the run. */
  readonly stages: Readonly<Record<string, StageWords>>;
  /** Transitions that are no main path: thin, and without words. */
  readonly quiet: ReadonlySet<string>;
  /** What stays as it is while the rest dims; null = nothing dims. */
  readonly lit: Lit | null;
}
