import { expect, test } from 'vitest';
import { currencyOf } from '../../src/language/currencies';

test.each([
  ['EUR', ['de-DE']],
  ['EUR', ['de-AT', 'en-US']],
  ['MYR', ['ms-MY']],
  ['GBP', ['en-GB']],
  ['USD', ['en-US']],
  ['CHF', ['de', 'de-CH']],
  ['USD', ['de']],
  ['USD', ['en-AQ', 'de-DE']],
  ['USD', ['not a tag']],
  ['USD', []],
] as const)('a new map has %s for a reader of %j', (currency, languages) => {
  expect(currencyOf(languages)).toBe(currency);
});
