export { loadChecker, today, watchProblems } from './pageChecker';
