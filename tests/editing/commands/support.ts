import { vi } from 'vitest';
import { COMMANDS } from '../../support/commands';
import {
  type CanvasPort,
  type CommandContext,
  type ReplayPort,
  type ShellPort,
} from '../../../src/editing/commands/command';
import { isEnabled } from '../../../src/editing/commands/registry';
import { createEditor } from '../../../src/editing/editor';
import { newMap } from '../../../src/map/records';
import { COLLECTIONS } from '../../../src/map/schema';
import { sharedJournal } from '../sharedJournal';
import { SHOP, SHOP_ID as ID } from '../../support/shop';
import { lastSaid } from '../../support/spoken';

export { SHOP_ID as ID } from '../../support/shop';

/** An ad leads to a form, the form to a paid order; two stages. */
export const shopMap = () => newMap(SHOP);

/** What differs from somebody at the keyboard of an open canvas. */
interface Circumstances {
  /** Another view is shown. */
  readonly withoutCanvas?: true;
  readonly from?: 'outline';
  readonly replay?: ReplayPort;
}

/** Somebody at the keyboard, with a canvas and an app that only remember what was asked of them. */
export function someone(map = shopMap(), { withoutCanvas, from, replay }: Circumstances = {}) {
  const journal = sharedJournal(map);
  const editor = createEditor(journal.opened(), journal.tab('one'));
  let pointer: ReturnType<CanvasPort['pointer']> = { stage: ID.see, x: 100, y: 400 };
  let clipboard: string | null = '';
  const canvas = {
    zoomIn: vi.fn(),
    zoomOut: vi.fn(),
    zoomTo: vi.fn(),
    fit: vi.fn(),
    keepView: () => () => undefined,
    reveal: vi.fn(),
    pointer: () => pointer,
    window: vi.fn(() => ({ width: 1_600, height: 900, below: 0 })),
    focus: vi.fn(),
    hand: vi.fn(() => false),
    setHand: vi.fn(),
    placing: vi.fn(() => null),
    place: vi.fn(),
    glide: vi.fn((edit: () => boolean) => edit()),
  } satisfies CanvasPort;
  const shell = {
    open: vi.fn(),
    toggle: vi.fn(),
    isShown: vi.fn<ShellPort['isShown']>(() => false),
    show: vi.fn(),
    moveToPart: vi.fn(),
    library: vi.fn(),
    maps: () => Promise.resolve([]),
    openFile: vi.fn(() => Promise.resolve()),
    saveFile: vi.fn(() => Promise.resolve()),
    writeClipboard: (text: string) => {
      clipboard = text;
      return Promise.resolve();
    },
    readClipboard: () => Promise.resolve(clipboard),
  } satisfies ShellPort;
  const context = (): CommandContext => ({
    editor,
    state: editor.store.getState(),
    canvas: withoutCanvas ? null : canvas,
    shell,
    ...(from ? { from } : {}),
    ...(replay ? { replay } : {}),
  });
  const command = (id: string) => {
    const found = COMMANDS.find((one) => one.id === id);
    if (!found) throw new Error(`there is no command ${id}`);
    return found;
  };
  return {
    editor,
    shell,
    canvas,
    context,
    /** Nothing can be read from the clipboard. */
    refuseClipboard: () => {
      clipboard = null;
    },
    isOn: (id: string) => command(id).isOn?.(context()),
    renaming: () => editor.store.getState().renaming,
    stepsToUndo: () => {
      let steps = 0;
      while (editor.store.getState().canUndo !== null) {
        editor.undo();
        steps += 1;
      }
      return steps;
    },
    map: () => editor.store.getState().map,
    selected: () => editor.store.getState().selection.map(({ id }) => id),
    said: () => lastSaid(editor.store.getState()),
    /** What is offered to be done about the last edit. */
    offer: () => editor.store.getState().announcement?.offer ?? null,
    select: (...ids: string[]) => {
      const { map: now } = editor.store.getState();
      editor.select(
        ids.map((id) => {
          const collection = COLLECTIONS.find((name) => Object.hasOwn(now[name], id));
          if (!collection) throw new Error(`nothing on the map is called ${id}`);
          return { collection, id };
        }),
      );
    },
    pointAt: (place: typeof pointer) => {
      pointer = place;
    },
    can: (id: string) => isEnabled(command(id), context()),
    do: async (id: string) => {
      await command(id).run(context());
    },
  };
}
