import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { FULL_MAP, idOf } from '../views/inspector/fullMap';
import { COLLECTIONS_INSPECTED, type Inspected } from '../editing/fields/missing';
import { LINKED, plain, type Plan, planFor } from '../views/inspector/plan';
import { newMap } from '../../src/map/records';
import type { JourneyMap } from '../../src/map/schema';
import type { FieldSpec } from '../../src/editing/fields/spec';
import { openApp } from './support/app';
import {
  exported,
  importMap,
  perform,
  saved,
  selectById,
  unfold,
  withoutFileDialogs,
} from './support/journey';

/** Of an outcome only what the others have not. */
const OUTCOME = idOf('outcome');
const RECORDS: readonly (readonly [Exclude<Inspected, 'map'>, string])[] = [
  ...COLLECTIONS_INSPECTED.map((of) => [of, Object.keys(FULL_MAP[of])[0] ?? ''] as const),
  ['touchpoints', OUTCOME],
];

/** Fills all fields of a record of a map, and tells what it must be now. */
async function fill(page: Page, map: JourneyMap, of: Inspected, id: string): Promise<Plan> {
  const isWanted = ({ path }: FieldSpec) => id !== OUTCOME || path[0] === 'outcome';
  const plan = planFor(map, of, id, 0, isWanted);
  if (of === 'map') await page.keyboard.press('Control+,');
  else await selectById(page, id);
  await unfold(page);
  for (const step of plan.steps) await perform(page, step);
  return plan;
}

const PICTURE = { width: 24, height: 12 };

/** Puts a picture of the page itself in the place of an image's. */
async function replacePicture(page: Page, id: string): Promise<void> {
  const buffer = await page.screenshot({ clip: { x: 0, y: 0, ...PICTURE } });
  await selectById(page, id);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.locator('[data-field="/asset"][data-control="picture"] button').click(),
  ]);
  await chooser.setFiles({ name: 'picture.png', mimeType: 'image/png', buffer });
  await page.locator('[data-field="/width"] output').getByText('24').waitFor();
}

test('every field of every record is filled through the inspector and is there after a reload', async () => {
  const { page } = await openApp({ before: withoutFileDialogs, path: '#/' });
  await importMap(page, newMap({ id: LINKED.map, title: LINKED.title }));
  await page.keyboard.press('Alt+Shift+L');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await importMap(page, FULL_MAP);

  const expected: Record<string, Record<string, unknown>> = {};
  // What was entered in one record decides what others can be given: the type of an attribute does.
  let now = FULL_MAP;
  for (const [of, id] of RECORDS) {
    const plan = await fill(page, now, of, id);
    expected[id] = plan.expected;
    now = { ...now, [of]: { ...now[of], [id]: plan.record } };
  }
  const { expected: expectedMap } = await fill(page, FULL_MAP, 'map', FULL_MAP.id);
  const image = idOf('image');
  await replacePicture(page, image);
  await saved(page);
  await page.reload();
  await saved(page);
  const { map } = await exported(page);

  for (const [of, id] of RECORDS) {
    const picture = id === image ? { asset: expect.any(String) as string, ...PICTURE } : {};
    expect(plain(map[of][id]), `${of} ${id}`).toEqual({ ...expected[id], ...picture });
  }
  expect(map.images[image]?.asset).not.toBe(FULL_MAP.images[image]?.asset);
  const others: readonly string[] = ['lineage', 'assets', ...COLLECTIONS_INSPECTED];
  const own = (value: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(value).filter(([key]) => !others.includes(key)));
  expect(own(plain(map) as Record<string, unknown>)).toEqual(own(expectedMap));
}, 240_000);
