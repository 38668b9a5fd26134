// Undo and redo: steps, how they are taken back, and how a stored history is taken up again.
export { type History, recordStep, redone, settle, undone } from './history';
export { resumeHistory } from './resume';
export { revert } from './revert';
export { hasPlace, type Step, stepFrom, takeBack, touchedRecords } from './step';
