import { expect, test } from 'vitest';
import { negotiate } from '../../src/language';

test('the first browser language that we know wins, with its region', () => {
  expect(negotiate('system', ['fr-FR', 'de-AT', 'en-US'])).toEqual({ locale: 'de', tag: 'de-AT' });
});

test('a preference beats the browser, and keeps the region the browser gives that language', () => {
  expect(negotiate('en', ['de-DE', 'en-GB'])).toEqual({ locale: 'en', tag: 'en-GB' });
  expect(negotiate('ms', ['de-DE'])).toEqual({ locale: 'ms', tag: 'ms' });
});

test('languages we do not speak, and text that is no language, lead to English', () => {
  expect(negotiate('system', ['fr', '', 'x', 'not a tag'])).toEqual({ locale: 'en', tag: 'en' });
  expect(negotiate(null, [])).toEqual({ locale: 'en', tag: 'en' });
});
