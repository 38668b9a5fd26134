import type { Locator, Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deep } from '../support/runs';
import { copied } from '../../src/editing/commands/clipboard';
import { newMap } from '../../src/map/records';
import { openCase } from './support/app';
import { atRest } from './support/canvas';
import { importMap, mapOpened, withoutFileDialogs } from './support/journey';

const AD = 'touchpoint-ad';
const NOTE = 'note-on-the-map';

function workshop() {
  return newMap({
    title: 'Shop',
    stages: { 'stage-of-see': { name: 'See', order: 'a0' } },
    touchpoints: {
      [AD]: { stage: 'stage-of-see', name: 'Ad', kind: 'entry', position: { x: 40, y: 0 } },
      'touchpoint-paid': {
        stage: 'stage-of-see',
        name: 'Paid',
        kind: 'outcome',
        position: { x: 400, y: 0 },
      },
    },
    notes: { [NOTE]: { text: 'Words', position: { x: 40, y: 300 } } },
  });
}

type Shown = 'map' | 'table';

interface Place {
  readonly view: Shown;
  /** Gets ready, up to the last key or press. */
  readonly begin: (page: Page, word: string) => Promise<void>;
  /** The last key or press: the moment from which it is counted. */
  readonly end: (page: Page, word: string) => Promise<void>;
  /** What is there after opening the map again. */
  readonly found: (page: Page, word: string) => Promise<boolean>;
}

const card = (page: Page) => page.locator(`[data-item=touchpoint][data-id="${AD}"]`);
const note = (page: Page) => page.locator(`[data-item=note][data-id="${NOTE}"]`);
const title = (page: Page) => page.getByRole('textbox', { name: 'Title of the map' });
const cell = (page: Page) => page.getByRole('gridcell', { name: /^Doing, / }).first();

/** The name or the text of what stands on the map, typed in place. */
const typedOn = (item: (page: Page) => Locator): Place => ({
  view: 'map',
  begin: async (page) => {
    // What opens beside the map moves the view, and a double click amid that hits nothing.
    await atRest(page);
    await item(page).dblclick();
    await page.locator('textarea:focus, input:focus').waitFor();
    await page.keyboard.press('Control+a');
  },
  end: (page, word) => page.keyboard.insertText(word),
  found: async (page, word) => (await item(page).innerText()).includes(word),
});

/** Where React Flow draws the card, in the map's own coordinates. */
const placeOfCard = (page: Page) =>
  card(page).evaluate((item) => {
    const { left, top } = item.closest<HTMLElement>('.react-flow__node')?.style ?? {};
    return `${left} ${top}`;
  });

/** The card carried down and, next time, up again. */
function carried(): Place {
  let goal: string | undefined;
  let down = -1;
  return {
    view: 'map',
    begin: async (page) => {
      // Pressed for the first time, the card opens the inspector beside it, and the view may move.
      await card(page).click();
      await atRest(page);
      const box = await card(page).boundingBox();
      if (!box) throw new Error('the card is out of sight');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const before = await placeOfCard(page);
      down = -down;
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y + down * 80, { steps: 8 });
      await expect.poll(() => placeOfCard(page)).not.toBe(before);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
      goal = await placeOfCard(page);
    },
    end: (page) => page.mouse.up(),
    found: async (page) => (await placeOfCard(page)) === goal,
  };
}

/** A note from the clipboard. */
const pasted: Place = {
  view: 'map',
  begin: async (page, word) => {
    const id = 'note-to-paste';
    const from = newMap({ notes: { [id]: { text: word } } });
    const text = copied(from, [{ collection: 'notes', id }]);
    await page.evaluate((copy) => navigator.clipboard.writeText(copy ?? ''), text);
    await card(page).click();
  },
  end: (page) => page.keyboard.press('Control+v'),
  found: async (page, word) => (await page.locator(`[aria-label="${word}"]`).count()) === 1,
};

/** Places where a word, a press or a key changes the map. */
const PLACES: Readonly<Record<string, Place>> = {
  title: {
    view: 'map',
    begin: (page) => title(page).fill(''),
    end: (page, word) => page.keyboard.insertText(word),
    found: async (page, word) => (await title(page).inputValue()) === word,
  },
  inspector: {
    view: 'map',
    begin: async (page) => {
      await card(page).click();
      const box = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Description');
      await box.first().focus();
      await page.keyboard.press('Control+a');
    },
    end: (page, word) => page.keyboard.insertText(word),
    found: async (page, word) => {
      await card(page).click();
      const box = page.getByRole('complementary', { name: 'Inspector' }).getByLabel('Description');
      return (await box.first().inputValue()) === word;
    },
  },
  card: typedOn(card),
  note: typedOn(note),
  'table cell': {
    view: 'table',
    begin: async (page) => {
      await cell(page).click();
      await page.keyboard.press('x');
      await page.locator('textarea:focus, input:focus').waitFor();
      await page.keyboard.press('Control+a');
    },
    end: (page, word) => page.keyboard.insertText(word),
    found: async (page, word) => (await cell(page).innerText()).includes(word),
  },
  drag: carried(),
  paste: pasted,
};

type Leave = (page: Page) => Promise<unknown>;

const WAYS: Readonly<Record<string, Leave>> = {
  reload: (page) => page.reload({ waitUntil: 'commit' }),
  navigation: (page) => page.goto('about:blank', { waitUntil: 'commit' }),
  link: (page) =>
    page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'about:blank';
      document.body.append(link);
      link.click();
    }),
  closing: (page) => page.close(),
};

/** Keeps both databases busy, as a slow disk does: whatever is asked of them waits. */
const slowDown = (page: Page) =>
  page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith('desire-path') !== true) continue;
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const tables = [...db.objectStoreNames];
      const table = db.transaction(tables, 'readwrite').objectStore(tables[0] ?? '');
      const end = performance.now() + 600;
      const goOn = () => {
        if (performance.now() < end) table.count().onsuccess = goOn;
      };
      goOn();
    }
  });

const MOMENTS = Array.from({ length: 21 }, (_, index) => index * 10);

interface Trial {
  readonly place: string;
  readonly way: string;
  readonly moment: number;
  readonly isSlow: boolean;
}

const ALL: readonly Trial[] = Object.keys(PLACES).flatMap((place) =>
  Object.keys(WAYS).flatMap((way) =>
    MOMENTS.flatMap((moment) => [true, false].map((isSlow) => ({ place, way, moment, isSlow }))),
  ),
);
/** Every place and every way of leaving, at moments that take turns, on a slow disk. */
const FEW: readonly Trial[] = Object.keys(PLACES).flatMap((place, at) =>
  Object.keys(WAYS).flatMap((way, turn) =>
    (at + turn) % 4 < 2
      ? [{ place, way, moment: [0, 20, 40, 120][(at + turn) % 4] ?? 0, isSlow: true }]
      : [],
  ),
);

describe('what was done last before the page is left', () => {
  test(
    'is there when the map is opened again, wherever it was done and however one leaves',
    async () => {
      const trials = deep ? ALL : FEW;
      const { page: first, context, url } = await openCase({ before: withoutFileDialogs });
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await mapOpened(first);
      await importMap(first, workshop());
      const map = new URL(first.url()).hash.split('/')[2] ?? '';
      await first.close();
      const lost: Trial[] = [];
      let count = 0;
      onTestFinished(() => {
        console.log(`left ${count} times, ${lost.length} edits lost`, JSON.stringify(lost));
      });
      for (const trial of trials) {
        const place = PLACES[trial.place];
        const leave = WAYS[trial.way];
        if (!place || !leave) throw new Error('there is no such place or way');
        const word = `word${count}`;
        const page = await context.newPage();
        await page.goto(`${url}#/map/${map}/${place.view}`);
        await mapOpened(page);
        await place.begin(page, word);
        if (trial.isSlow) await slowDown(page);
        await place.end(page, word);
        await page.waitForTimeout(trial.moment);
        await leave(page).catch(() => undefined);
        const next = await context.newPage();
        await next.goto(`${url}#/map/${map}/${place.view}`);
        await mapOpened(next);
        count += 1;
        const isThere = expect.poll(() => place.found(next, word), { timeout: 5_000 });
        await isThere.toBe(true).catch(() => lost.push(trial));
        await next.close();
        await page.close();
      }
      expect(lost).toEqual([]);
    },
    deep ? 7_200_000 : 180_000,
  );
});
