// A fault can keep a test file from loading. Such a file has no tests, and Stryker's runner counts failed tests only,
// so the fault would pass for one that nobody noticed. This reporter reports it as an error of the run.

/** @returns {import('vitest/reporters').Reporter} */
export function brokenFiles() {
  /** @type {import('vitest/node').Vitest | undefined} */
  let vitest;
  return {
    onInit: (running) => {
      vitest = running;
    },
    onTestModuleEnd: (module) => {
      const [error] = module.errors();
      if (!error || !vitest) return;
      vitest.state.catchError(new Error(error.message), 'Unhandled Error');
    },
  };
}
