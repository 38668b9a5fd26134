import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { Tooltip } from '../../src/controls/Tooltip';
import { show } from './render';

function Switch() {
  const [on, setOn] = useState(false);
  return (
    <Tooltip text={on ? 'Hell' : 'Light'}>
      <button type="button" onKeyDown={() => setOn(true)}>
        Theme
      </button>
    </Tooltip>
  );
}

test('a tooltip in sight says what its button says now', async () => {
  const { user } = await show(<Switch />);
  // Browsers know who came by key; jsdom does not.
  const button = screen.getByRole('button');
  vi.spyOn(button, 'matches').mockReturnValue(true);
  await user.tab();
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Light');
  await user.keyboard('x');
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Hell');
});
