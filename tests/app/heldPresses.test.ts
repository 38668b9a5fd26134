import { expect, test } from 'vitest';
import { heldPresses } from '../../src/app/shell/heldPresses';

/** Presses that are only written down when they run. */
function atThePage() {
  const page = { isReady: false, isTaken: false, done: [] as string[], typed: [] as string[] };
  const held = heldPresses<string>({
    isReady: () => page.isReady,
    run: (press) => {
      page.done.push(press);
      // This one opens a field for a name.
      if (press === 't') page.isTaken = true;
    },
    settled: () => Promise.resolve(),
    isTaken: () => page.isTaken,
    typed: (presses) => page.typed.push(...presses),
  });
  return { page, held };
}

test('a press waits until all is ready, and then runs', async () => {
  const { page, held } = atThePage();
  held.hold('f');
  await held.release();
  expect(page.done).toEqual([]);
  expect(held.isWaiting()).toBe(true);
  page.isReady = true;
  await held.release();
  expect(page.done).toEqual(['f']);
  expect(held.isWaiting()).toBe(false);
});

test('presses run in their order, those that come meanwhile at the end', async () => {
  const { page, held } = atThePage();
  page.isReady = true;
  held.hold('a');
  held.hold('b');
  const released = held.release();
  expect(held.isWaiting()).toBe(true);
  held.hold('c');
  await released;
  expect(page.done).toEqual(['a', 'b', 'c']);
});

test('what was pressed after a key that opens a field is typed into it, and not taken for commands', async () => {
  const { page, held } = atThePage();
  page.isReady = true;
  for (const press of ['t', 'h', 'e']) held.hold(press);
  await held.release();
  expect(page.done).toEqual(['t']);
  expect(page.typed).toEqual(['h', 'e']);
  expect(held.isWaiting()).toBe(false);
});

test('two that release at once run each press once', async () => {
  const { page, held } = atThePage();
  page.isReady = true;
  held.hold('f');
  await Promise.all([held.release(), held.release()]);
  expect(page.done).toEqual(['f']);
});

test('no more than sixty are kept', async () => {
  const { page, held } = atThePage();
  page.isReady = true;
  for (let press = 0; press < 80; press++) held.hold(String(press));
  await held.release();
  expect(page.done).toHaveLength(60);
});
