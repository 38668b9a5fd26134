/** What the canvas can be drawn and edited without at first: fetched after the first paint. */
export { marksOf } from './kpis';
export { stageWords } from './flow';
export { wordingOf } from '../rules';
