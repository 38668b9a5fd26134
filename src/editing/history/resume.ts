import type { MessageId } from '../../language';
import type { UndoStacks, UndoStep } from '../../storage';
import type { History } from './history';
import type { Step } from './step';
import { valueAt } from '../../map/shape';

/** The undo and redo stacks of this tab as they were before the reload. */
export function resumeHistory({ undo, redo }: UndoStacks): History {
  return { done: undo.map(toStep), undone: redo.map(toStep), open: false };
}

function toStep({ gesture, label, entries }: UndoStep): Step {
  const patches = entries.flatMap((entry) => entry.patches);
  const inverse = entries.toReversed().flatMap((entry) => entry.inverse);
  const shadow = shadowOf(patches);
  return {
    // Labels are written by this app's own editor; an unknown one shows as its key.
    label: label as MessageId,
    gesture,
    patches,
    inverse,
    left: inverse.map(({ path }) => valueAt(shadow, path)),
  };
}

type Shadow = Record<string | number, unknown>;

/** What the patches wrote and where, without the document they wrote it into. */
function shadowOf(patches: Step['patches']): Shadow {
  const root: Shadow = {};
  for (const { op, path, value } of patches) {
    const key = path.at(-1);
    if (key === undefined) continue;
    const parent = path.slice(0, -1).reduce<Shadow>((place, step) => {
      const next = place[step];
      if (typeof next === 'object' && next !== null) return next as Shadow;
      return (place[step] = {});
    }, root);
    if (op === 'remove') Reflect.deleteProperty(parent, key);
    else parent[key] = structuredClone(value);
  }
  return root;
}
