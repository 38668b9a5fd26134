import { expect, test } from 'vitest';
import type { Say } from '../../../src/language';
import { channelName, CHANNELS } from '../../../src/map/records';

const t: Say = (id) => `<${id}>`;

test('a known channel is named in the language of the reader', () => {
  const known = [
    'ad',
    'app',
    'app store',
    'call',
    'chat',
    'email',
    'event',
    'in-app',
    'letter',
    'messenger',
    'person',
    'phone',
    'push',
    'search',
    'shop',
    'sms',
    'social',
    'store',
    'video',
    'web',
    'website',
  ];
  const named: Record<string, string> = { 'app store': 'appStore', 'in-app': 'inApp' };
  for (const channel of known) {
    expect(channelName(channel, t)).toBe(`<channel.${named[channel] ?? channel}>`);
  }
});

test('a channel nobody knows is named as the map writes it', () => {
  for (const channel of ['fax', '', 'Email', 'toString', 'constructor']) {
    expect(channelName(channel, t)).toBe(channel);
  }
});

test('the channels offered are known ones, in the order of the alphabet', () => {
  expect([...CHANNELS].sort()).toEqual(CHANNELS);
  expect(CHANNELS).toHaveLength(15);
  for (const channel of CHANNELS) expect(channelName(channel, t)).toMatch(/^<channel\.\w+>$/);
  expect(CHANNELS).not.toContain('person');
});
