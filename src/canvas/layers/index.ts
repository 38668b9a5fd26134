// What is drawn on the canvas beneath and above the cards: bands, lines, grips, tokens.
export { BandLayer } from './BandLayer';
export { Grips } from './Grips';
export { TransitionLayer } from './TransitionLayer';
export { outlineOf } from './tokens';
