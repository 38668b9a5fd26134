/** What a command has to say, for people and for programs. */
export interface CommandResult {
  readonly text: string;
  readonly json: unknown;
  /** Exit 1 instead of 0. */
  readonly findings: boolean;
}

/** Where a command writes: stdout and stderr, or a test. */
export interface Voice {
  readonly say: (text: string) => void | Promise<void>;
  readonly warn: (text: string) => void;
}

/** Input that cannot be used: its message goes to stderr, and the exit code is 2. */
export class Unusable extends Error {}
