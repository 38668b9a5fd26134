import { afterEach, beforeEach, vi } from 'vitest';

/**
 * Animation frames and the clock they are given, run by the test. Call it at the top of a test file:
 * each test begins at 0 ms with no frame waiting.
 */
export function fakeFrames() {
  let now = 0;
  let serial = 0;
  let waiting = new Map<number, FrameRequestCallback>();

  beforeEach(() => {
    now = 0;
    waiting = new Map();
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
      serial += 1;
      waiting.set(serial, run);
      return serial;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => {
      waiting.delete(id);
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  return {
    /** Lets the clock go on and runs the frames that waited for it. */
    tick(milliseconds: number): void {
      now += milliseconds;
      const due = waiting;
      waiting = new Map();
      for (const run of due.values()) run(now);
    },
    /** How many frames somebody waits for. */
    waiting: () => waiting.size,
  };
}
