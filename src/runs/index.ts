export { checkHeld, checking, loadChecker, today, watchProblems } from './pageChecker';
export { pageSurvival } from './survival';
