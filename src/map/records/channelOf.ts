import { folded, type Say } from '../../language';
import { CHANNEL_NAMES } from './channels';

/** The channel that a typed text means: a known one by its name in the reader's language, else the text in small letters. */
export function channelOf(text: string, t: Say): string {
  const typed = folded(text.trim());
  const known = Object.entries(CHANNEL_NAMES).find(([, name]) => name && folded(t(name)) === typed);
  return known ? known[0] : text.toLowerCase();
}
