import type { MessageId, Say } from '../../language';

/** The known channels, as maps write them. */
const NAMES: Readonly<Record<string, MessageId | undefined>> = {
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

/** A channel in the reader's language; one we do not know as the map has it. */
export function channelName(channel: string, t: Say): string {
  const known = Object.hasOwn(NAMES, channel) ? NAMES[channel] : undefined;
  return known ? t(known) : channel;
}
