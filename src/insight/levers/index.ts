// Which numbers of a map move its profit, how far, and where they break even.
export { answerLever, breakEvenRange, byEffort, type LeverAnswer } from './leverAnswer';
export { isLever, type Lever, leversOf } from './levers';
