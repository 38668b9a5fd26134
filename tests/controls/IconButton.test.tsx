import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { IconButton } from '../../src/controls/IconButton';
import { show } from './render';

test('an icon is named by its whole label, whether its word stands beside it or not', async () => {
  await show(
    <>
      <IconButton label="Add touchpoint" caption="Touchpoint" />
      <IconButton label="Delete" />
    </>,
  );
  expect(screen.getByRole('button', { name: 'Add touchpoint' })).toHaveTextContent(/^Touchpoint$/);
  expect(screen.getByRole('button', { name: 'Delete' })).toBeEmptyDOMElement();
});

test('an icon has a tooltip with its whole label', async () => {
  const { user } = await show(<IconButton label="Add touchpoint" caption="Touchpoint" />);
  await user.hover(screen.getByRole('button'));
  // The tooltip is fetched with the first one.
  const tooltip = await screen.findByRole('tooltip', {}, { timeout: 5000 });
  expect(tooltip).toHaveTextContent('Add touchpoint');
});
