export { LARGEST_FILE } from './decode';
export {
  type FileFinding,
  PROBLEM_CODES,
  type ProblemCode,
  REPAIR_CODES,
  type RepairCode,
} from './finding';
export { parseMap, type ParseResult } from './parseMap';
export * from './serialise';
export * from './parseFragment';
