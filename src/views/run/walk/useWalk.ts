import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttributeValue, JourneyMap } from '../../../map/schema';
import type { InteractiveWalk, WalkState } from '../../../simulation';
import { useEditor } from '../../session';

/** Who walks, and with which luck. */
export interface WalkSettings {
  /** Null = as drawn by the run. */
  readonly persona: string | null;
  /** Attributes set by hand. */
  readonly attributes: Readonly<Record<string, AttributeValue | null>>;
  readonly scenario: string | null;
  readonly seed: number;
  /** Number of the customer within the run. */
  readonly customer: number;
}

/** Steps: as the seed has it, or by hand (null = they leave). */
type Move =
  { readonly byHand: false } | { readonly byHand: true; readonly transition: string | null };

/** A walk through the map step by step, and what moves it. */
export interface WalkControl {
  /** Null until the engine is there. */
  readonly state: WalkState | null;
  /** The state one step ago, to tell what changed. */
  readonly before: WalkState | null;
  /** The map they walk: as it was at the start of the walk. */
  readonly map: JourneyMap;
  readonly canGoBack: boolean;
  /** The engine could not start or go on. */
  readonly failed: boolean;
  step(): void;
  choose(transition: string | null): void;
  back(): void;
  restart(): void;
}

interface Walking {
  readonly state: WalkState | null;
  readonly before: WalkState | null;
  readonly map: JourneyMap;
  readonly moves: readonly Move[];
  readonly failed: boolean;
}

/** One customer, walked step by step by the reference engine, which is fetched at the start of the walk. */
export function useWalk(settings: WalkSettings): WalkControl {
  const editor = useEditor();
  const mapNow = useCallback(() => editor.store.getState().map, [editor]);
  const walk = useRef<InteractiveWalk | null>(null);
  const [walking, setWalking] = useState<Walking>(() => ({
    state: null,
    before: null,
    map: mapNow(),
    moves: [],
    failed: false,
  }));

  /** Sets out again and makes the moves; the same luck leads to the same place. */
  const replay = useCallback(
    async (map: JourneyMap, moves: readonly Move[]) => {
      try {
        const { startWalk } = await import('../../../simulation');
        const { persona, attributes, scenario, seed, customer } = settings;
        const forced = { attributes, ...(persona === null ? {} : { persona }) };
        const begun = startWalk(map, scenario, { seed, customer, forced });
        let before: WalkState | null = null;
        let { state } = begun;
        for (const move of moves) {
          before = state;
          state = move.byHand ? begun.choose(move.transition) : begun.step();
        }
        return { walk: begun, walking: { state, before, map, moves, failed: false } };
      } catch {
        const nowhere = { state: null, before: null, map, moves: [], failed: true };
        return { walk: null, walking: nowhere };
      }
    },
    [settings],
  );

  const begin = useCallback(
    (map: JourneyMap, moves: readonly Move[]) => {
      let left = false;
      void replay(map, moves).then((begun) => {
        if (left) return;
        walk.current = begun.walk;
        setWalking(begun.walking);
      });
      return () => {
        left = true;
      };
    },
    [replay],
  );

  useEffect(() => begin(mapNow(), []), [begin, mapNow]);

  const go = (move: Move) => {
    const { current } = walk;
    if (!current || current.state.end) return;
    const before = current.state;
    const state = move.byHand ? current.choose(move.transition) : current.step();
    setWalking(({ map, moves }) => ({
      state,
      before,
      map,
      moves: [...moves, move],
      failed: false,
    }));
  };

  const { state, before, map, moves, failed } = walking;
  return {
    state,
    before,
    map,
    failed,
    canGoBack: moves.length > 0,
    step: () => go({ byHand: false }),
    choose: (transition) => go({ byHand: true, transition }),
    back: () => void begin(map, moves.slice(0, -1)),
    restart: () => void begin(mapNow(), []),
  };
}
