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
  /** The state one step ago, to find out what changed. */
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

/** What a part of the panel shows: the walk, and where it stands. */
export interface WalkPartProps {
  readonly walk: WalkControl;
  readonly state: WalkState;
}

interface Walking {
  readonly state: WalkState | null;
  readonly before: WalkState | null;
  readonly map: JourneyMap;
  readonly moves: readonly Move[];
  readonly failed: boolean;
}

/** A walk as it is asked for: the map at its start, and the moves since. */
type Asked = Pick<Walking, 'map' | 'moves'>;

/** One customer, walked step by step by the reference engine, which is fetched at the start of the walk. */
export function useWalk(settings: WalkSettings): WalkControl {
  const editor = useEditor();
  const mapNow = useCallback(() => editor.store.getState().map, [editor]);
  /** Null while the engine sets out again. */
  const walk = useRef<InteractiveWalk | null>(null);
  const [walking, setWalking] = useState<Walking>(() => ({
    state: null,
    before: null,
    map: mapNow(),
    moves: [],
    failed: false,
  }));
  // What is asked for may be ahead of what is drawn: the next step counts from here.
  const asked = useRef<Asked>(walking);
  const latest = useRef(0);

  /** Sets out again and makes the moves; of several that are on their way the last one asked for is shown. */
  const setOut = useCallback(
    (next: Asked) => {
      walk.current = null;
      asked.current = next;
      latest.current += 1;
      const turn = latest.current;
      void replay(settings, next).then((begun) => {
        if (turn !== latest.current) return;
        walk.current = begun.walk;
        asked.current = begun.walking;
        setWalking(begun.walking);
      });
    },
    [settings],
  );

  useEffect(() => {
    setOut({ map: mapNow(), moves: [] });
    return () => {
      latest.current += 1;
    };
  }, [setOut, mapNow]);

  const go = (move: Move) => {
    const { map, moves } = asked.current;
    const { current } = walk;
    if (!current) {
      // What is chosen by hand is chosen from what is seen, which is about to change.
      if (!move.byHand) setOut({ map, moves: [...moves, move] });
      return;
    }
    const before = current.state;
    if (before.end) return;
    const state = make(current, move);
    const next = { state, before, map, moves: [...moves, move], failed: false };
    asked.current = next;
    setWalking(next);
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
    back: () => setOut({ map: asked.current.map, moves: asked.current.moves.slice(0, -1) }),
    restart: () => setOut({ map: mapNow(), moves: [] }),
  };
}

/** Sets out and makes the moves, as far as the walk goes; the same luck leads to the same place. */
async function replay(settings: WalkSettings, { map, moves }: Asked) {
  try {
    const { startWalk } = await import('../../../simulation');
    const { persona, attributes, scenario, seed, customer } = settings;
    const forced = { attributes, ...(persona === null ? {} : { persona }) };
    const walk = startWalk(map, scenario, { seed, customer, forced });
    const made: Move[] = [];
    let before: WalkState | null = null;
    let { state } = walk;
    for (const move of moves) {
      if (state.end) break;
      before = state;
      state = make(walk, move);
      made.push(move);
    }
    return { walk, walking: { state, before, map, moves: made, failed: false } };
  } catch {
    return { walk: null, walking: { state: null, before: null, map, moves: [], failed: true } };
  }
}

function make(walk: InteractiveWalk, move: Move): WalkState {
  return move.byHand ? walk.choose(move.transition) : walk.step();
}
