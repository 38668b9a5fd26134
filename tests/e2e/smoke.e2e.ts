import { expect, inject, test } from 'vitest';
import { checkAccessibility } from './support/accessibility';
import { openApp, openCase } from './support/app';

test('the first screen opens without an error, a blocked resource or a request elsewhere', async () => {
  const { page } = await openApp();
  await page.locator('#root > *').first().waitFor();
  expect(await page.title()).toContain('Desire Path');
  await checkAccessibility(page, 'the first screen');
});

test('the canvas shows the worked case: cards with their names, and transitions between them', async () => {
  const { page } = await openCase();
  const card = page.locator('[data-item=touchpoint]').first();
  await card.waitFor();
  expect(await page.locator('[data-item=touchpoint]').count()).toBeGreaterThan(5);
  expect(await page.locator('g[data-item=transition]').count()).toBeGreaterThan(5);
  // A browser without a font draws lines of no height.
  const box = await card.getByText(/\p{L}/u).first().boundingBox();
  expect(box?.height).toBeGreaterThan(5);
});

test('the page, its scripts and its icon carry the security headers', async () => {
  const { page, url } = await openApp();
  const script = await page.locator('script[type=module]').first().getAttribute('src');
  for (const path of ['', script ?? 'no script', 'icon.svg']) {
    const { headers } = await fetch(new URL(path, url));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  }
});

test('hashed assets are cached for ever, the page is not, and a missing chunk answers 404', async () => {
  const { page, url } = await openApp();
  const script = await page.locator('script[type=module]').first().getAttribute('src');
  const cache = async (path: string) =>
    (await fetch(new URL(path, url))).headers.get('cache-control');
  expect(await cache(script ?? 'no script')).toContain('immutable');
  expect(await cache('')).toBe('no-cache');
  expect(await cache('index.html')).toBe('no-cache');
  expect((await fetch(new URL('assets/gone-12345678.js', inject('appUrl')))).status).toBe(404);
});

test('an inline script is blocked and reported by the watch', async () => {
  const { page, watch } = await openApp();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
  });
  expect(await page.evaluate(() => 'inlineRan' in globalThis)).toBe(false);
  await expect.poll(() => watch.problems.length).toBeGreaterThan(0);
  expect(watch.forgive(/script-src|inline script/)).toBeGreaterThan(0);
});

test('a request to another host is blocked and reported by the watch', async () => {
  const { page, watch } = await openApp();
  const answer = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'came',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
  await expect.poll(() => watch.problems.length).toBeGreaterThan(0);
  expect(watch.forgive(/connect-src|example\.com/)).toBeGreaterThan(0);
});
