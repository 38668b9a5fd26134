import { vi } from 'vitest';
import { COMMANDS } from '../../support/commands';
import {
  type CanvasPort,
  type CommandContext,
  type Offer,
  type Place,
  type ShellPort,
} from '../../../src/editing/commands/command';
import { isEnabled } from '../../../src/editing/commands/registry';
import { createEditor } from '../../../src/editing/editor';
import { newMap } from '../../../src/map/records';
import { sharedJournal } from '../sharedJournal';

export const ID = {
  see: 'stage-of-see',
  buy: 'stage-of-buy',
  ad: 'touchpoint-ad',
  form: 'touchpoint-form',
  paid: 'touchpoint-paid',
  click: 'transition-click',
  pay: 'transition-pay',
} as const;

/** An ad leads to a form, the form to a paid order; two stages. */
export function shopMap() {
  return newMap({
    stages: { [ID.see]: { name: 'See', order: 'a0' }, [ID.buy]: { name: 'Buy', order: 'a1' } },
    touchpoints: {
      [ID.ad]: { stage: ID.see, name: 'Ad', kind: 'entry', position: { x: 40, y: 0 } },
      [ID.form]: { stage: ID.buy, name: 'Form', position: { x: 40, y: 0 } },
      [ID.paid]: { stage: ID.buy, name: 'Paid', kind: 'outcome', position: { x: 40, y: 160 } },
    },
    transitions: {
      [ID.click]: { from: ID.ad, to: ID.form, chance: { base: 0.5 } },
      [ID.pay]: { from: ID.form, to: ID.paid, chance: { base: 0.4 } },
    },
  });
}

/** Somebody at the keyboard, with a canvas and an app that only remember what was asked of them. */
export function someone(map = shopMap()) {
  const journal = sharedJournal(map);
  const editor = createEditor(journal.opened(), journal.tab('one'));
  let pointer: Place = { stage: ID.see, x: 100, y: 400 };
  let clipboard = '';
  const offers: Offer[] = [];
  const canvas: CanvasPort = {
    zoomIn: vi.fn(),
    zoomOut: vi.fn(),
    zoomTo: vi.fn(),
    fit: vi.fn(),
    keepView: () => () => undefined,
    reveal: vi.fn(),
    pointer: () => pointer,
    focus: vi.fn(),
    hand: () => false,
    setHand: vi.fn(),
    glide: (edit) => edit(),
    offer: (offer) => offers.push(offer),
  };
  const shell: ShellPort = {
    open: vi.fn(),
    toggle: vi.fn(),
    isShown: () => false,
    show: vi.fn(),
    moveToPart: vi.fn(),
    library: vi.fn(),
    maps: () => Promise.resolve([]),
    openFile: () => Promise.resolve(),
    saveFile: () => Promise.resolve(),
    writeClipboard: (text) => {
      clipboard = text;
      return Promise.resolve();
    },
    readClipboard: () => Promise.resolve(clipboard),
  };
  const context = (): CommandContext => ({ editor, state: editor.store.getState(), canvas, shell });
  const command = (id: string) => {
    const found = COMMANDS.find((one) => one.id === id);
    if (!found) throw new Error(`there is no command ${id}`);
    return found;
  };
  return {
    editor,
    shell,
    canvas,
    offers,
    map: () => editor.store.getState().map,
    selected: () => editor.store.getState().selection.map(({ id }) => id),
    said: () => editor.store.getState().announcement,
    select: (...ids: string[]) => {
      const { touchpoints, transitions, stages } = editor.store.getState().map;
      editor.select(
        ids.map((id) => ({
          collection: touchpoints[id]
            ? 'touchpoints'
            : transitions[id]
              ? 'transitions'
              : stages[id]
                ? 'stages'
                : 'notes',
          id,
        })),
      );
    },
    pointAt: (place: Place) => {
      pointer = place;
    },
    can: (id: string) => isEnabled(command(id), context()),
    do: async (id: string) => {
      await command(id).run(context());
    },
  };
}
