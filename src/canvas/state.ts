import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Placeable } from '../editing/commands';
import type { Guide, Point, Rect } from '../map/layout';
import type { CanvasExtras } from './marks';

/** How far out and in the map goes. */
export const ZOOM = { least: 0.05, most: 3 } as const;

/** How much is drawn: all of it near, only shapes far away. */
export type Detail = 'near' | 'middle' | 'small' | 'far';

/** A transition being drawn from a touchpoint, or one whose end is carried elsewhere. */
export interface LooseLine {
  readonly fixed: Point;
  readonly loose: Point;
  /** The pointer holds the end with the arrow. */
  readonly isEnd: boolean;
  /** The touchpoint under the pointer. */
  readonly over: string | null;
  /** The transition whose end it is. */
  readonly transition: string | null;
}

/** What was typed as a chance before the box on the label had the keyboard. */
export interface TypedChance {
  readonly transition: string;
  readonly text: string;
  /** Enter was pressed already. */
  readonly isEntered: boolean;
}

/** State that only the canvas has and nobody saves: what the pointer does, how much is drawn, what the views add. */
export interface CanvasState extends CanvasExtras {
  readonly detail: Detail;
  /** Where dragged cards and notes are just now: their top left corners by id. */
  readonly dragged: ReadonlyMap<string, Point> | null;
  /** The records that move with the drag: the same set from its first step to its last. */
  readonly carrying: ReadonlySet<string> | null;
  /** The drag makes copies; the originals stay. */
  readonly copying: boolean;
  readonly guides: readonly Guide[];
  readonly marquee: Rect | null;
  readonly line: LooseLine | null;
  /** The transition a dragged touchpoint would be put on. */
  readonly dropOn: string | null;
  readonly hovered: string | null;
  /** A gesture is under way, be it only a press. */
  readonly held: boolean;
  /** The transition whose chance is typed on its label. */
  readonly chance: TypedChance | null;
  /** A stage carried by its head ('' = one that is still to be made), and the x at which it would be put down. */
  readonly carried: { readonly stage: string; readonly x: number } | null;
  readonly hand: boolean;
  /** What the next click puts on the canvas; `held`: it is put where the pointer is released. */
  readonly placing: { readonly kind: Placeable; readonly held: boolean } | null;
  /** Space is held: the pointer pans as with the hand tool. */
  readonly space: boolean;
  readonly touch: boolean;
}

/** What the pointer does: selects, pans, or places something. */
export type Tool = 'select' | 'hand' | Placeable;

/** The tool that is on. */
export function toolOf({ hand, placing }: CanvasState): Tool {
  return placing?.kind ?? (hand ? 'hand' : 'select');
}

/** One for each open canvas. */
export type CanvasStore = StoreApi<CanvasState>;

/** What a gesture shows, cleared: set when it ends or is cancelled. */
export const AT_REST = {
  dragged: null,
  carrying: null,
  copying: false,
  guides: [],
  marquee: null,
  line: null,
  dropOn: null,
  carried: null,
} as const satisfies Partial<CanvasState>;

/** @param touch the screen is touched rather than pointed at, until a pointer shows otherwise */
export function createCanvasStore(touch: boolean): CanvasStore {
  return createStore<CanvasState>(() => ({
    ...AT_REST,
    detail: 'near',
    hovered: null,
    held: false,
    chance: null,
    marks: {},
    words: {},
    overlay: null,
    stages: {},
    quiet: new Set<string>(),
    lit: null,
    hand: false,
    placing: null,
    space: false,
    touch,
  }));
}

/** How much is drawn at a zoom. */
export function detailAt(zoom: number): Detail {
  if (zoom >= 0.7) return 'near';
  if (zoom >= 0.44) return 'middle';
  return zoom >= 0.2 ? 'small' : 'far';
}
