/** What a command has to say, for people and for programs. */
export interface Answer {
  readonly text: string;
  readonly json: unknown;
  /** Exit 1 instead of 0. */
  readonly findings: boolean;
}

/** Input that cannot be used: its message goes to stderr, and the exit code is 2. */
export class Unusable extends Error {}

/** Writes to stdout and waits until it is through, so that a pipe gets all of it. */
export function say(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
