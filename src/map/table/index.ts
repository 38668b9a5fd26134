// The journey as a table: its columns, its lanes, and what a cell holds.
export {
  tableColumnsOf,
  groupsOf,
  onlyOf,
  personasOf,
  type StageGroup,
  type TableColumn,
} from './columns';
export {
  emotionOf,
  type EmotionTime,
  type ExperienceText,
  type Person,
  textOf,
  writeEmotion,
  writeText,
} from './experience';
export {
  addLane,
  keepLanes,
  kindsToAdd,
  type LaneKind,
  lanesOf,
  moveLane,
  removeLane,
  showLane,
  SUGGESTED_COUNT,
  type TableLane,
} from './lanes';
export { offsetOf, type ShownPerson } from './people';
