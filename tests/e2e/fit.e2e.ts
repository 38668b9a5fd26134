import { expect, test } from 'vitest';
import { newMap } from '../../src/map/records';
import { openApp, openCase, takePicture } from './support/app';
import { exported, importMap, mapOpened, saved, withoutFileDialogs } from './support/journey';

const STAGES = 5;
const CARDS = 60;
const id = (kind: string, index: number) =>
  `${kind}-${String(index).padStart(2, '0')}-of-crossings`;

/** 60 touchpoints in five stages, far too wide for their height, with many crossings. */
const crossings = newMap({
  title: 'Sixty',
  stages: Object.fromEntries(
    Array.from({ length: STAGES }, (_, index) => [
      id('stage', index),
      { name: `Stage ${String(index + 1)}`, order: `a${String(index)}` },
    ]),
  ),
  touchpoints: Object.fromEntries(
    Array.from({ length: CARDS }, (_, index) => [
      id('card', index),
      {
        name: `Touchpoint ${String(index + 1)}`,
        kind: index < 3 ? 'entry' : index > 57 ? 'outcome' : 'touchpoint',
        stage: id('stage', Math.floor((index * STAGES) / CARDS)),
        position: { x: 36 + (index % 12) * 296, y: 0 },
      } as const,
    ]),
  ),
  transitions: Object.fromEntries(
    Array.from({ length: 110 }, (_, index) => {
      const from = (index * 17) % 57;
      const to = Math.min(59, from + 1 + ((index * 7) % 9));
      return [
        id('way', index),
        { from: id('card', from), to: id('card', to), chance: { base: 0.3 } },
      ] as const;
    }).filter(([, { from, to }]) => from !== to),
  ),
});

async function zoomOf(page: Awaited<ReturnType<typeof openApp>>['page']): Promise<number> {
  return page
    .locator('.react-flow__viewport')
    .evaluate((element) => new DOMMatrix(getComputedStyle(element).transform).a);
}

/** The zoom at which the whole map is in sight, once the view rests. */
async function zoomOfWhole(page: Awaited<ReturnType<typeof openApp>>['page']): Promise<number> {
  await page.keyboard.press('Shift+Digit1');
  let last = 1;
  await expect
    .poll(
      async () => {
        const before = last;
        last = await zoomOf(page);
        return last < 1 && last === before;
      },
      { interval: 250 },
    )
    .toBe(true);
  return last;
}

test('a map wider than the screen uses its height, in one step that can be undone', async () => {
  const { page } = await openApp({ before: withoutFileDialogs });
  await importMap(page, crossings);
  const wide = await zoomOfWhole(page);
  const before = (await exported(page)).map;
  await page.keyboard.press('Alt+Shift+N');
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(wide * 1.5);
  await saved(page);
  const after = (await exported(page)).map;
  for (const [key, { stage }] of Object.entries(after.touchpoints)) {
    expect(stage).toBe(before.touchpoints[key]?.stage);
  }
  await takePicture(page, 'sixty touchpoints to fit');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await exported(page)).map.touchpoints).toEqual(before.touchpoints);
});

test('no label lies on the line of another transition', async () => {
  const { page } = await openApp({ before: withoutFileDialogs });
  await importMap(page, crossings);
  const wide = await zoomOfWhole(page);
  await page.keyboard.press('Alt+Shift+N');
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(wide * 1.5);
  await page.keyboard.press('Shift+Digit0');
  await expect.poll(() => zoomOf(page)).toBe(1);
  const labels = page.locator('[data-item=transition] [data-focus]');
  await expect.poll(() => labels.count()).toBeGreaterThan(3);
  const lying = await page.evaluate(() => {
    const lines = [...document.querySelectorAll<SVGGElement>('svg g[data-id]')].flatMap((group) => {
      const path = group.querySelector('path');
      const matrix = path?.getScreenCTM();
      if (!path || !matrix) return [];
      // A label is 20 high: no line gets through between two points.
      const count = Math.ceil(path.getTotalLength() / 6);
      const points = Array.from({ length: count + 1 }, (_, at) =>
        path.getPointAtLength(at * 6).matrixTransform(matrix),
      );
      return [{ line: group.dataset['id'], points }];
    });
    const labels = [...document.querySelectorAll<HTMLElement>('div[data-item=transition]')];
    return labels.flatMap((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect();
      return lines
        .filter(({ line, points }) => {
          const isIn = ({ x, y }: DOMPoint) =>
            x > left + 2 && x < right - 2 && y > top + 2 && y < bottom - 2;
          return line !== label.dataset['id'] && points.some(isIn);
        })
        .map(({ line }) => `${String(label.dataset['id'])} on ${String(line)}`);
    });
  });
  expect(lying).toEqual([]);
  await takePicture(page, 'sixty touchpoints near');
});

test('a saved view keeps how much of the traffic is drawn as main paths', async () => {
  const { page } = await openCase();
  await mapOpened(page);
  await page.keyboard.press('f');
  const slider = page.getByRole('slider', { name: 'Main paths' });
  await slider.focus();
  for (let press = 0; press < 8; press += 1) await page.keyboard.press('ArrowLeft');
  const said = await slider.getAttribute('aria-valuetext');
  expect(said).toContain('60%');
  await page.getByLabel('Name of the view').fill('Busy');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Busy', exact: true }).waitFor();
  await slider.focus();
  await page.keyboard.press('End');
  expect(await slider.getAttribute('aria-valuetext')).not.toBe(said);
  await page.getByRole('button', { name: 'Busy', exact: true }).click();
  await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(said);
});
