import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Fails with rule, element and reason when the page breaks WCAG 2.2 AA as far as axe can see. `label` names the moment,
 * `within` the part to look at, for moments that change only a part of a page looked at before; `without` names rules whose
 * outcome another test has settled.
 */
export async function checkAccessibility(
  page: Page,
  label: string,
  within?: string,
  without: readonly string[] = [],
): Promise<void> {
  const axe = new AxeBuilder({ page })
    // Naming every element that passes takes most of the time, and nobody reads it.
    .options({ resultTypes: ['violations'] })
    .withTags(standards)
    .disableRules([...without])
    // The app has no frames that would want another page to put their results together.
    .setLegacyMode();
  const { violations, passes } = await (within === undefined ? axe : axe.include(within)).analyze();
  const found = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id} (${violation.impact ?? 'unknown'}): ${node.target.join(' ')} — ${node.failureSummary ?? ''}`,
    ),
  );
  expect(found, `accessibility of ${label}`).toEqual([]);
  expect(passes.length, `rules axe could apply to ${label}`).toBeGreaterThan(0);
}
