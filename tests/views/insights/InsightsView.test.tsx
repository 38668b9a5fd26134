import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { newMap } from '../../../src/map/records';
import { InsightsView } from '../../../src/views/insights/InsightsView';
import { shopOf } from '../../insight/shop';
import { circles } from '../../simulation/support/circles';
import { showRuns } from '../run/showRuns';

/** The shop without prices, costs and plans. */
const free = () => {
  const { stages, touchpoints, transitions } = newMap({
    stages: { 'stage-of-shop': { name: 'Shop' } },
    touchpoints: {
      'touchpoint-ad': { kind: 'entry', name: 'Ad', stage: 'stage-of-shop' },
      'touchpoint-in': { kind: 'outcome', name: 'In', outcome: 'success' },
    },
    transitions: {
      'transition-in': { from: 'touchpoint-ad', to: 'touchpoint-in', chance: { base: 0.5 } },
    },
  });
  return newMap({ stages, touchpoints, transitions });
};
const headings = () => screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);

test('what makes the figures misleading stands above them', async () => {
  const { runs } = await showRuns(<InsightsView />, {}, circles());
  await act(() => runs.simulate({ scenario: null, customers: 60, seed: 1 }));
  const notes = screen.getByRole('list', { name: 'What to know about this run' });
  expect(notes).toHaveTextContent('100% of the customers walked in circles');
  const headline = screen.getByRole('heading', { level: 1 });
  expect(notes.compareDocumentPosition(headline)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('a map that earns is asked about money first, one without money about its goal', async () => {
  const money = await showRuns(<InsightsView />, {}, shopOf({}));
  await act(() => money.runs.simulate({ scenario: null, customers: 60, seed: 1 }));
  expect(headings()).toContain('What the profit can bear');
  money.unmount();
  const goal = await showRuns(<InsightsView />, {}, free());
  await act(() => goal.runs.simulate({ scenario: null, customers: 60, seed: 1 }));
  expect(headings()).toContain('What brings more to the goal');
  expect(headings()).not.toContain('What the profit can bear');
  expect(document.body.textContent).not.toMatch(/\$/);
});
