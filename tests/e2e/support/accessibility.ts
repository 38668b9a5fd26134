import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with rule, element and reason when the page breaks WCAG 2.2 AA as far as axe can see. `label` names the moment. */
export async function checkAccessibility(page: Page, label: string): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page }).withTags(standards).analyze();
  const found = violations.flatMap((violation) =>
    violation.nodes.map(
      (node) =>
        `${violation.id} (${violation.impact ?? 'unknown'}): ${node.target.join(' ')} — ${node.failureSummary ?? ''}`,
    ),
  );
  expect(found, `accessibility of ${label}`).toEqual([]);
  expect(passes.length, `rules axe could apply to ${label}`).toBeGreaterThan(0);
}
