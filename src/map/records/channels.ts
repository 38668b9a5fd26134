import type { MessageId, Say } from '../../language';
import { perObject } from '../memo';
import type { JourneyMap } from '../schema';

/** The text of every channel that has a text and an icon, as maps write it. */
export const CHANNEL_NAMES: { readonly [channel: string]: MessageId | undefined } = {
  ad: 'channel.ad',
  app: 'channel.app',
  'app store': 'channel.appStore',
  call: 'channel.call',
  chat: 'channel.chat',
  email: 'channel.email',
  event: 'channel.event',
  'in-app': 'channel.inApp',
  letter: 'channel.letter',
  messenger: 'channel.messenger',
  person: 'channel.person',
  phone: 'channel.phone',
  push: 'channel.push',
  search: 'channel.search',
  shop: 'channel.shop',
  sms: 'channel.sms',
  social: 'channel.social',
  store: 'channel.store',
  video: 'channel.video',
  web: 'channel.web',
  website: 'channel.website',
};

/** The channels that are offered first; a map may name any other. */
export const CHANNELS = [
  'app',
  'app store',
  'call',
  'chat',
  'email',
  'in-app',
  'letter',
  'messenger',
  'push',
  'search',
  'shop',
  'sms',
  'social',
  'video',
  'web',
] as const;

/** A channel in the reader's language; an unknown one as the map has it. */
export function channelName(channel: string, t: Say): string {
  const known = Object.hasOwn(CHANNEL_NAMES, channel) ? CHANNEL_NAMES[channel] : undefined;
  return known ? t(known) : channel;
}

/** The channels that a field offers: those the map uses and the usual ones, in alphabetical order. */
export const offeredChannels = perObject((touchpoints: JourneyMap['touchpoints']): string[] => {
  const used = Object.values(touchpoints).map(({ channel }) => channel);
  return [...new Set([...used, ...CHANNELS])].filter((channel) => channel !== '').sort();
});
