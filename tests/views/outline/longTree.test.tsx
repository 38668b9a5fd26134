import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newMap } from '../../../src/map/records';
import { JourneyTree } from '../../../src/views/outline/JourneyTree';
import { showMap } from '../showMap';

const LAST = 1999;
const long = newMap({
  stages: { 'stage-of-all': { name: 'All', order: 'a0' } },
  touchpoints: Object.fromEntries(
    Array.from({ length: LAST + 1 }, (_, index) => [
      `touchpoint-${String(index).padStart(4, '0')}`,
      { name: `Step ${index}`, stage: 'stage-of-all', position: { x: 0, y: index * 140 } },
    ]),
  ),
});

const line = (name: string) => screen.getByRole('treeitem', { name });

test('of 2,000 touchpoints only lines in sight are mounted, and the keyboard reaches the last', async () => {
  const { user, map } = await showMap(<JourneyTree />, long);
  const mounted = () => screen.getAllByRole('treeitem').length;
  expect(mounted()).toBeLessThan(60);
  await user.click(line('All'));
  await user.keyboard('{End}');
  expect(line(`Step ${LAST}`)).toHaveFocus();
  expect(line(`Step ${LAST}`)).toHaveAttribute('aria-posinset', '2000');
  expect(line(`Step ${LAST}`)).toHaveAttribute('aria-setsize', '2000');
  await user.keyboard('{ArrowUp}{F2}');
  expect(screen.getByRole('textbox')).toHaveFocus();
  await user.keyboard('{Control>}a{/Control}Renamed{Enter}');
  expect(Object.values(map().touchpoints)[LAST - 1]?.name).toBe('Renamed');
  expect(line('Renamed')).toHaveFocus();
  await user.keyboard('{Home}');
  expect(line('All')).toHaveFocus();
  expect(mounted()).toBeLessThan(60);
});
