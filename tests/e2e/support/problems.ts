import type { BrowserContext, Page } from 'playwright-core';

/** Collects everything that must never happen while a page of the app is open. */
export interface Watch {
  /** What was seen so far, one sentence each. */
  readonly problems: string[];
  /** Takes the problems matching `expected` off the list, with those still to come, and answers how many there were. */
  forgive(expected: RegExp): number;
}

const reporter = '__reportSecurityViolation';

/**
 * Watches a browser context for console errors, uncaught errors, violations of the security policy, and requests to
 * anywhere but the app's own origin.
 */
export async function watch(context: BrowserContext, appUrl: string): Promise<Watch> {
  const problems: string[] = [];
  const forgiven: RegExp[] = [];
  const note = (problem: string) => {
    if (!forgiven.some((expected) => expected.test(problem))) problems.push(problem);
  };
  const origin = new URL(appUrl).origin;

  await context.exposeBinding(reporter, (_source, violation: string) => {
    note(`security policy: ${violation}`);
  });
  await context.addInitScript((name) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = Reflect.get(globalThis, name) as (violation: string) => void;
      report(
        `${event.violatedDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      );
    });
  }, reporter);

  context.on('request', (request) => {
    const url = new URL(request.url());
    const local = url.origin === origin || ['data:', 'about:', 'blob:'].includes(url.protocol);
    if (!local) note(`request to another host: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console error: ${message.text()}`);
  });
  context.on('weberror', (event) => {
    const error = event.error();
    note(`uncaught error: ${error.stack ?? error.message}`);
  });
  const watchPage = (page: Page) => {
    page.on('crash', () => note('the page crashed'));
  };
  context.pages().forEach(watchPage);
  context.on('page', watchPage);

  return {
    problems,
    forgive(expected) {
      forgiven.push(expected);
      const before = problems.length;
      const others = problems.filter((problem) => !expected.test(problem));
      problems.splice(0, before, ...others);
      return before - others.length;
    },
  };
}
