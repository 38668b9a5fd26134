import { type Edit, inTurn, moveTouchpoints, recordIn } from '../../map/edits';
import { PITCH } from '../../map/layout';
import type { JourneyMap } from '../../map/schema';
import { placeAtEnd } from './placing';

/**
 * Moves touchpoints and notes into a stage (null = none): one below the other behind what it holds, the touchpoints
 * first, each in the order given.
 */
export function movedTo(
  map: JourneyMap,
  touchpoints: readonly string[],
  notes: readonly string[],
  stage: string | null,
): Edit {
  const { x, y } = placeAtEnd(map, stage);
  const at = (index: number) => ({ x, y: y + index * PITCH.y });
  return inTurn(
    moveTouchpoints(touchpoints.map((id, index) => ({ id, stage, position: at(index) }))),
    (draft) => {
      for (const [index, id] of notes.entries()) {
        const note = recordIn(draft, 'notes', id);
        note.stage = stage;
        note.position = at(touchpoints.length + index);
      }
    },
  );
}
