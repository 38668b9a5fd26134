// Work on the open map that nobody asks for: its check, and what keeps a crash from repeating.
export { checkHeld, checking, loadChecker, watchProblems } from './pageChecker';
export { pageSurvival } from './survival';
