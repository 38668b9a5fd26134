import {
  addTouchpoint,
  firstPlace,
  freePlace,
  type CanvasPort,
  giveUp,
  inOrderAfter,
  insertOnTransition,
  kindOfNext,
  makeConnected,
  makeNext,
  makeRoom,
  type Placeable,
  previousOf,
  sayConnected,
} from '../../editing/commands';
import { type Editor, fold, type Made, makeNamed } from '../../editing';
import { connect, type Edit, insertIntoTransition, inTurn } from '../../map/edits';
import { CARD_SIZE, placeAt, type Point } from '../../map/layout';
import { newId } from '../../map/records';
import type { JourneyMap, Target } from '../../map/schema';
import type { Scene } from '../scene';
import { cornerAt, putOn } from './putOn';

/** What making works with. */
export interface MakingParts {
  readonly editor: Editor;
  readonly scene: () => Scene;
  readonly port: Pick<CanvasPort, 'reveal' | 'focus'>;
}

/** What makes things on the canvas. Nothing is made before the page stands, so all of it is fetched then. */
export interface Making {
  /** A touchpoint where the canvas was double-clicked; the first one far from any stage begins the first. */
  readonly addAt: (at: Point) => void;
  /** A touchpoint that follows another, at a point or beside it. */
  readonly addConnected: (from: string, at?: Point) => void;
  /** Joins two touchpoints and announces it. */
  readonly join: (from: string, to: string) => void;
  readonly sayConnected: (from: string, to: string) => void;
  /** A touchpoint on a transition. */
  readonly insertOn: (transition: string) => void;
  /** What moves a touchpoint, and puts it on a transition. */
  readonly insertion: (move: Edit, transition: string, touchpoint: string) => Edit;
  /** Puts something where the pointer is, and has its name typed. */
  readonly put: (kind: Placeable, at: Point) => void;
  /** A name is kept: goes on to what comes next, or back. */
  readonly goOn: (target: Target, made: Made | undefined, by: 1 | -1) => void;
  /** The typing of a first name has ended: what was made in passing and got none is taken away again. */
  readonly finish: (target: Target, made: Made) => void;
}

/** Makes things on one canvas. */
export function createMaking({ editor, scene, port }: MakingParts): Making {
  const mapNow = () => editor.store.getState().map;
  const goTo = (target: Target) => {
    editor.select([target]);
    port.reveal(target);
    port.focus(target);
  };
  function finish(target: Target, made: Made): void {
    if (!made.after || hasName(mapNow(), target)) return;
    giveUp(editor, target, made);
    goTo(made.after);
  }

  return {
    addAt(at: Point) {
      const { bands } = scene();
      const map = mapNow();
      const isFar = !bands.some(({ x, width }) => at.x >= x && at.x <= x + width);
      const first = isFar ? firstPlace(map) : null;
      const place = first ?? freePlace(map, cornerAt(scene(), at, CARD_SIZE));
      if (place.stage !== null) fold(editor, place.stage, false);
      const target = { collection: 'touchpoints', id: newId() } as const;
      const edit = addTouchpoint(target.id, place, { kind: kindOfNext(map) });
      makeNamed(editor, 'canvas.step.add', edit, target);
    },
    addConnected(from: string, at?: Point) {
      const place =
        at &&
        freePlace(mapNow(), placeAt(scene().bands, { ...at, y: at.y - CARD_SIZE.height / 2 }));
      makeConnected(editor, from, place);
    },
    join(from: string, to: string) {
      const id = newId();
      const select = [{ collection: 'transitions', id } as const];
      if (!editor.edit('canvas.step.connect', connect(from, to, {}, id), { select })) return;
      sayConnected(editor, from, to);
    },
    sayConnected(from: string, to: string) {
      sayConnected(editor, from, to);
    },
    insertOn(transition: string) {
      insertOnTransition(editor, transition);
    },
    insertion(move: Edit, transition: string, touchpoint: string) {
      return inTurn(move, insertIntoTransition(transition, touchpoint), makeRoom(touchpoint));
    },
    put(kind: Placeable, at: Point) {
      putOn(editor, scene(), kind, at);
    },
    goOn(target: Target, made: Made | undefined, by: 1 | -1) {
      const map = mapNow();
      const isNamed = hasName(map, target);
      if (!made) {
        const next = inOrderAfter(map, target, by);
        editor.select([next ?? target]);
        editor.rename(next);
        if (next) port.reveal(next);
        else port.focus(target);
      } else if (by === 1 && isNamed) {
        const next = makeNext(editor, target);
        if (next) port.reveal(next);
      } else {
        const back = by === -1 ? (previousOf(map, target) ?? target) : target;
        editor.rename(null);
        if (back !== target) goTo(back);
        else port.focus(target);
        if (!isNamed) finish(target, made);
      }
    },
    finish,
  };
}

/** Has a touchpoint, stage or note been given a name or a text? */
function hasName(map: JourneyMap, { collection, id }: Target): boolean {
  const record = map[collection][id] as { name?: string; text?: string } | undefined;
  return (record?.name ?? record?.text ?? '') !== '';
}
