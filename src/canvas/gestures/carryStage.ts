import { spokenName } from '../../editing';
import { reorder } from '../../map/edits';
import { BAND, type Band } from '../../map/layout';
import { AT_REST } from '../state';
import type { DragGesture, GestureContext } from './gesture';

/** Carries a stage by its head to another place among the stages. */
export function carryStage(context: GestureContext, stage: string): DragGesture {
  const { store, editor } = context;
  const bands = context.scene().bands.filter((band) => band.stage !== null);
  const own = bands.findIndex((band) => band.stage === stage);

  /** The band the stage would be put behind; undefined = it would come first. */
  function before(x: number): Band | undefined {
    return bands.findLast((band) => band.x + band.width / 2 < x);
  }
  const isSame = (band: Band | undefined) => {
    const place = band ? bands.indexOf(band) : -1;
    return place === own || place === own - 1;
  };

  return {
    move(event) {
      const band = before(context.toCanvas(event).x);
      const x = (band ? band.x + band.width : (bands[0]?.x ?? 0) - BAND.gap) + BAND.gap / 2;
      store.setState({ carried: { stage, x } });
    },
    end(event) {
      store.setState(AT_REST);
      const band = before(context.toCanvas(event).x);
      if (isSame(band)) return;
      const next = bands[(band ? bands.indexOf(band) : -1) + 1]?.stage ?? null;
      editor.edit('canvas.step.moveStage', reorder('stages', stage, next));
      editor.announce('canvas.said.stageMoved', {
        name: spokenName(editor.store.getState().map, { collection: 'stages', id: stage }),
        place: (band ? bands.indexOf(band) + (bands.indexOf(band) < own ? 1 : 0) : 0) + 1,
      });
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
}
