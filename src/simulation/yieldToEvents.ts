/** Milliseconds of work between two rests. */
const WORK = 50;

/** For long work on the caller's thread: lets clicks and signals in, once in a while. */
export function yieldToEvents(): () => Promise<void> {
  let rested = performance.now();
  return async () => {
    if (performance.now() - rested < WORK) return;
    await new Promise((resolve) => setTimeout(resolve));
    rested = performance.now();
  };
}
