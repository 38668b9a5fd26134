/** Why an edit would leave a map that no file may hold. The map it was tried on is unchanged. */
export class EditRefused extends Error {
  /** JSON Pointer of the value that is not allowed. */
  readonly pointer: string;
  /** For developers and logs, in English. */
  readonly reason: string;

  constructor(pointer: string, reason: string) {
    super(`${pointer}: ${reason}`);
    this.name = 'EditRefused';
    this.pointer = pointer;
    this.reason = reason;
  }
}
