// The text of a map file: canonical writing, forgiving reading, and what was found.
export { LARGEST_FILE } from './decode';
export {
  type FileFinding,
  finding,
  PROBLEM_CODES,
  type ProblemCode,
  Refusal,
  REPAIR_CODES,
  type RepairCode,
  Repairs,
} from './finding';
export { jsonFrom, parseMap, type ParseResult } from './parseMap';
export * from './serialise';
export * from './parseFragment';
export { repairReferences } from './references';
