import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { CanvasPort } from '../../../src/editing/commands/command';
import { PresentMode } from '../../../src/views/map/present/PresentMode';
import { showMap } from '../showMap';
import { shop } from '../table/shop';

test('a presentation goes from stage to stage and leaves the view as it found it', async () => {
  const steps: string[] = [];
  const canvas: Partial<CanvasPort> = {
    keepView: () => {
      steps.push('kept');
      return () => void steps.push('back');
    },
    fit: (targets = []) => void steps.push(`fit ${targets.map(({ id }) => id).join()}`),
  };
  const lit = vi.fn();
  const { user, unmount } = await showMap(
    <PresentMode onLit={lit} />,
    shop(),
    {},
    canvas as CanvasPort,
  );
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('status')).toHaveTextContent('See');
  unmount();
  expect(steps).toEqual(['kept', 'fit ', 'fit stage-of-see', 'back']);
  expect(lit).toHaveBeenLastCalledWith(null);
});
