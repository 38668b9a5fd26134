import { spokenName } from '../../editing';
import { reorder } from '../../map/edits';
import { stageSlot } from '../scene';
import { AT_REST } from '../state';
import type { DragGesture, GestureContext, PointerInput } from './gesture';

/** Carries a stage by its head to another place among the stages. */
export function carryStage(context: GestureContext, stage: string): DragGesture {
  const { store, editor } = context;
  const own = context
    .scene()
    .bands.filter((band) => band.stage !== null)
    .findIndex((band) => band.stage === stage);
  const slotAt = (event: PointerInput) => stageSlot(context.scene(), context.toCanvas(event).x);

  return {
    move(event) {
      store.setState({ carried: { stage, x: slotAt(event).x } });
    },
    end(event) {
      store.setState(AT_REST);
      const { place, before } = slotAt(event);
      if (place === own || place === own + 1) return;
      editor.edit('canvas.step.moveStage', reorder('stages', stage, before));
      editor.announce('canvas.said.stageMoved', {
        name: spokenName(editor.store.getState().map, { collection: 'stages', id: stage }),
        place: place > own ? place : place + 1,
      });
    },
    cancel() {
      store.setState(AT_REST);
    },
  };
}
