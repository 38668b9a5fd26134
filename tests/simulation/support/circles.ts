import { newMap } from '../../../src/map/records';

/** Two touchpoints that lead to each other for good: nobody ever comes to the outcome. */
export const circles = () =>
  newMap({
    id: 'map-of-circles',
    touchpoints: {
      'touchpoint-here': { kind: 'entry', name: 'Here' },
      'touchpoint-there': { name: 'There' },
      'touchpoint-goal': { kind: 'outcome', name: 'Goal', outcome: 'success' },
    },
    transitions: {
      'transition-there': { from: 'touchpoint-here', to: 'touchpoint-there', chance: { base: 1 } },
      'transition-back': { from: 'touchpoint-there', to: 'touchpoint-here', chance: { base: 1 } },
    },
  });
