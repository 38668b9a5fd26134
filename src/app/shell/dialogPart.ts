import type { Storage } from '../../storage';

/** A dialog receives how to close; it is mounted only while it is open. */
export interface DialogPartProps {
  readonly storage: Storage;
  readonly onClose: () => void;
}
