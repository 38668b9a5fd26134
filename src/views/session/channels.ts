/** The channels journeys usually use; a map may name any other. */
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
