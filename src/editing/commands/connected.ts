import { canShareEqually, shareEqually } from '../../map/edits';
import { chancesAreEven, outgoingOf, takingEverybody } from '../../map/records';
import type { Target } from '../../map/schema';
import type { Editor } from '../editor';
import { spokenName } from '../spoken';

/** Announces between which touchpoints there is a transition now, and who takes it where that is not plain. */
export function sayConnected(editor: Editor, from: string, to: string): void {
  const { map } = editor.store.getState();
  if (sayWhoGoes(editor, from, to)) return;
  editor.announce('canvas.said.connected', {
    from: spokenName(map, touchpoint(from)),
    to: spokenName(map, touchpoint(to)),
  });
}

/**
 * Says who takes the newest transition out of a touchpoint where others lead out of it: everybody in equal shares, or
 * nobody yet, with what can be done about that. Returns whether there was something to say.
 */
export function sayWhoGoes(editor: Editor, from: string, to: string): boolean {
  const { map } = editor.store.getState();
  const transitions = outgoingOf(map, from);
  const newest = transitions.at(-1);
  if (transitions.length < 2 || newest?.[1].to !== to) return false;
  const names = { from: spokenName(map, touchpoint(from)), to: spokenName(map, touchpoint(to)) };
  if (map.touchpoints[from]?.kind === 'decision') {
    const first = takingEverybody(transitions);
    if (!first) return false;
    const [id, { to: taken }] = first;
    const name = spokenName(map, touchpoint(taken));
    editor.offer(
      'canvas.said.noRule',
      { ...names, name },
      {
        action: 'outgoing.addRule',
        inInspector: true,
        run: () => {
          editor.select([{ collection: 'transitions', id }]);
        },
      },
    );
    return true;
  }
  if (chancesAreEven(transitions)) {
    editor.announce('canvas.said.shared', { ...names, count: transitions.length });
    return true;
  }
  const { chance, otherwise } = newest[1];
  if (chance.base > 0 || otherwise || !canShareEqually(transitions)) return false;
  editor.offer('canvas.said.nobody', names, {
    action: 'outgoing.equal',
    run: () => editor.edit('outgoing.equal', shareEqually(from)),
  });
  return true;
}

const touchpoint = (id: string): Target => ({ collection: 'touchpoints', id });
