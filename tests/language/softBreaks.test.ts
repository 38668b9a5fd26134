import { expect, test } from 'vitest';
import { withSoftBreaks } from '../../src/language/softBreaks';

const broken = (text: string) => withSoftBreaks(text).replaceAll('\u00AD', '·');

test('long words can be broken before a consonant that a vowel follows, and short ones cannot', () => {
  expect(broken('Das Anmeldeformular')).toBe('Das Anmel·de·for·mu·lar');
  expect(broken('Penyelenggaraan')).toBe('Penye·leng·ga·raan');
  expect(broken('Kauf begonnen')).toBe('Kauf begonnen');
});

test('letters that make one sound stay together', () => {
  expect(broken('Maschinenbauerin')).not.toMatch(/s·c|c·h/);
  expect(broken('Telefongespräche')).not.toContain('c·h');
});
