import { expect, test } from 'vitest';
import { isOnCanvas } from '../../src/canvas';

function elementIn(html: string): Element {
  document.body.innerHTML = `<main>${html}</main>`;
  return document.querySelector('[data-here]')!;
}

test.each([
  ['a card', '<div data-canvas><div role="button" data-here></div></div>', true, true],
  ['a tool in front of it', '<div data-canvas><button data-here>Hand</button></div>', false, true],
  ['a field in front of it', '<div data-canvas><input data-here></div>', false, false],
  ['a link in front of it', '<div data-canvas><a href="#" data-here></a></div>', false, false],
  ['a button elsewhere', '<button data-here></button><div data-canvas></div>', false, false],
  ['what is around it', '<section data-here><div data-canvas></div></section>', true, true],
])('keys pressed on %s are the canvas’s, or only letters', (_where, html, all, letters) => {
  const target = elementIn(html);
  expect([isOnCanvas(target), isOnCanvas(target, true)]).toEqual([all, letters]);
});

test('keys pressed while nothing has the focus are the canvas’s', () => {
  expect([isOnCanvas(null), isOnCanvas(document.body)]).toEqual([true, true]);
});
