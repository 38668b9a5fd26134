export { answerGoalLever, byGoal, GOAL_LIFT, type GoalLever } from './goalLever';
export { answerLever, breakEvenRange, byEffort, type LeverAnswer } from './leverAnswer';
export { isLever, type Lever, leversOf } from './levers';
