export { checkHeld, checking, loadChecker, watchProblems } from './pageChecker';
export { pageSurvival } from './survival';
