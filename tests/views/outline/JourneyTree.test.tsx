import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { JourneyTable } from '../../../src/views/table/JourneyTable';
import { JourneyTree } from '../../../src/views/outline/JourneyTree';
import { showMap } from '../showMap';
import { ID, shop } from '../table/shop';

const line = (name: string) => screen.getByRole('treeitem', { name });

/** The tree beside another view, as the screen has it. */
const showBoth = () =>
  showMap(
    <>
      <JourneyTree />
      <JourneyTable run={null} />
    </>,
    shop(),
  );

describe('a name', () => {
  test('is typed where one began to type it, and in no other place', async () => {
    const { user, editor, map } = await showBoth();
    await user.click(line('Form'));
    await user.keyboard('{F2}');
    expect(screen.getAllByRole('textbox', { name: 'Name' })).toHaveLength(1);
    expect(screen.getByRole('tree')).toContainElement(screen.getByRole('textbox'));
    await user.clear(screen.getByRole('textbox'));
    await user.keyboard('Sign up{Enter}');
    expect(map().touchpoints[ID.form]?.name).toBe('Sign up');
    expect(line('Sign up')).toHaveFocus();

    act(() => editor.rename({ collection: 'touchpoints', id: ID.form }));
    expect(screen.getByRole('grid')).toContainElement(screen.getByRole('textbox'));
    expect(screen.getByRole('tree')).not.toContainElement(screen.getByRole('textbox'));
  });
});
