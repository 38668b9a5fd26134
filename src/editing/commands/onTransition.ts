import { insertIntoTransition, inTurn } from '../../map/edits';
import { CARD_SIZE, cardsOf, pointAlong, routesOf } from '../../map/layout';
import { newId } from '../../map/records';
import { type Target } from '../../map/schema';
import { type Editor } from '../editor';
import { makeNamed } from '../firstName';
import { type CommandContext } from './command';
import { addTouchpoint } from './placing';
import { freeSpot } from './room';

/** A new touchpoint on a transition, where there is room near its middle; its name is typed next. */
export function insertOnTransition(
  editor: Editor,
  id: string,
  from?: CommandContext['from'],
): Target | null {
  const { map } = editor.store.getState();
  const transition = map.transitions[id];
  if (!transition) return null;
  const route = routesOf(cardsOf(map), [{ id, ...transition }]).get(id);
  const at = route ? pointAlong(route.chain, 0.5) : { x: 0, y: 0 };
  const corner = { x: at.x - CARD_SIZE.width / 2, y: at.y - CARD_SIZE.height / 2, ...CARD_SIZE };
  const target = { collection: 'touchpoints', id: newId() } as const;
  const edit = inTurn(
    addTouchpoint(target.id, freeSpot(map, corner)),
    insertIntoTransition(id, target.id),
  );
  const isMade = makeNamed(editor, 'command.insert.onTransition', edit, target, { at: from });
  return isMade ? target : null;
}
