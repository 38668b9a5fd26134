// Which numbers of a map move its profit, how far, and where they break even.
export { answerGoalLever, byGoal, GOAL_LIFT, goalChange, type GoalLever } from './goalLever';
export { answerLever, breakEvenRange, byEffort, type LeverAnswer } from './leverAnswer';
export { isLever, type Lever, leversOf } from './levers';
