import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';
import { spokenText } from '../../src/rules/valueText';

test('a drawn number is told as people speak of it, a whole one as it is', async () => {
  const language = await loadLanguage({ locale: 'de', tag: 'de-DE' });
  const told = [35.74, 1234.5, 3.14159, -0.256, 7, 120, true].map((value) =>
    spokenText(value, language),
  );
  expect(told).toEqual(['36', '1.235', '3,1', '-0,26', '7', '120', 'ja']);
});
