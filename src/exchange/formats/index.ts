// The registry of file formats, and reading what one of them recognises.
export { fileNameOf } from './fileName';
export type { Format, ReadResult, WriteContext } from './format';
export {
  type FormatId,
  formatOf,
  FORMATS,
  readContent,
  refusedAsTooLarge,
  refusedUnread,
} from './registry';
