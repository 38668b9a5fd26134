// A fault ends its run at the first test that fails, so the files that take least time go first.
import { BaseSequencer } from 'vitest/node';

/** Milliseconds that each test file took when nothing was wrong, by path. */
const durations = new Map();

/**
 * Times the files of the first run.
 * @returns {import('vitest/reporters').Reporter}
 */
export function fileTimer() {
  return {
    onTestModuleEnd: (module) => {
      if (durations.has(module.moduleId)) return;
      const { collectDuration, duration, setupDuration } = module.diagnostic();
      durations.set(module.moduleId, collectDuration + duration + setupDuration);
    },
  };
}

/** Sorts the test files by the time they took. */
export class QuickestFirst extends BaseSequencer {
  /** @override */
  async sort(/** @type {import('vitest/node').TestSpecification[]} */ files) {
    const timeOf = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) =>
      durations.get(moduleId) ?? 0;
    await Promise.resolve();
    return [...files].sort((a, b) => timeOf(a) - timeOf(b));
  }
}
