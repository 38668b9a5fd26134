import { screen } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { Target } from '../../../src/map/schema';
import { ColorDialog } from '../../../src/views/palette/ColorDialog';
import { MoveToDialog } from '../../../src/views/palette/MoveToDialog';
import { useEditor } from '../../../src/views/session/EditorContext';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

/** A dialog for records that are selected. */
async function ask(Dialog: typeof ColorDialog, ...targets: Target[]) {
  const onClose = vi.fn();
  function Selected() {
    const editor = useEditor();
    if (editor.store.getState().selection.length === 0) editor.select(targets);
    return <Dialog onClose={onClose} />;
  }
  return { onClose, ...(await showMap(<Selected />, shop())) };
}

describe('the colour of what is selected', () => {
  const see = { collection: 'stages', id: ID.see } as const;
  const bea = { collection: 'personas', id: ID.bea } as const;

  test('is tried with the arrow keys, taken with Enter, and taken back in one step', async () => {
    const { user, editor, map, onClose } = await ask(ColorDialog, see);
    const before = map().stages[ID.see]?.color;
    expect(screen.getByRole('radio', { checked: true })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(map().stages[ID.see]?.color).not.toBe(before);
    editor.undo();
    expect(map().stages[ID.see]?.color).toBe(before);
  });

  test('goes to all that carry one, and to nothing else', async () => {
    const form = { collection: 'touchpoints', id: ID.form } as const;
    const { user, map } = await ask(ColorDialog, see, bea, form);
    await user.click(screen.getByRole('radio', { name: 'Teal' }));
    expect([map().stages[ID.see]?.color, map().personas[ID.bea]?.color]).toEqual(['teal', 'teal']);
    expect(map().touchpoints[ID.form]).not.toHaveProperty('color');
  });
});

test('touchpoints move together to a stage found by its name, one below the other', async () => {
  const { user, map } = await ask(
    MoveToDialog,
    { collection: 'touchpoints', id: ID.form },
    { collection: 'touchpoints', id: ID.paid },
  );
  await user.keyboard('se{Enter}');
  const [ad, form, paid] = [ID.ad, ID.form, ID.paid].map((id) => map().touchpoints[id]);
  expect([form?.stage, paid?.stage]).toEqual([ID.see, ID.see]);
  expect(ad!.position.y < form!.position.y && form!.position.y < paid!.position.y).toBe(true);
});
