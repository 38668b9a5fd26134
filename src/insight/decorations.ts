/** What the canvas can be drawn and edited without at first: fetched after the first paint. */
export { marksOf } from './kpis/marks';
export { stageWords } from './flow/stageWords';
export { wordingOf } from '../rules/transitionWords';
