// Cards of touchpoints and notes, and the box in which a record is named.
export { NoteCard } from './NoteCard';
export { RecordName } from './RecordName';
export { TouchpointCard } from './TouchpointCard';
export { SILHOUETTES } from './silhouette';
