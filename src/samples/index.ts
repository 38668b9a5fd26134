// The maps to begin with: what there is, the text of each, and a map made of one.
export { createFromSample } from './createFromSample';
export {
  loadSample,
  type Sample,
  type SampleId,
  SAMPLE_IDS,
  TEMPLATES,
  WORKED_CASE,
} from './samples';
