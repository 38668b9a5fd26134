import { expect, test } from 'vitest';
import { createLanguage } from '../../../src/language';
import de from '../../../src/language/messages/de.json';
import en from '../../../src/language/messages/en.json';
import ms from '../../../src/language/messages/ms.json';
import { CHANNELS, channelName, channelOf } from '../../../src/map/records';

const languages = [
  createLanguage({ locale: 'en', tag: 'en-GB' }, en),
  createLanguage({ locale: 'de', tag: 'de-DE' }, de),
  createLanguage({ locale: 'ms', tag: 'ms-MY' }, ms),
];

test.each(languages)('a channel read and typed again is the same channel', ({ t }) => {
  for (const channel of CHANNELS) expect(channelOf(channelName(channel, t), t)).toBe(channel);
});

test('a typed name means the channel of that name, whatever its case and spaces', () => {
  const [, german] = languages;
  expect(channelOf(' SOZIALE medien', german!.t)).toBe('social');
  expect(channelOf('Litfaßsäule', german!.t)).toBe('litfaßsäule');
});

test('a channel that only a map knows is called as it is there', () => {
  expect(channelName('radio', languages[1]!.t)).toBe('radio');
  expect(channelName('toString', languages[1]!.t)).toBe('toString');
});
