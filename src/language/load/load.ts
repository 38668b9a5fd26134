import { createLanguage, type Language } from '../language';
import type { Negotiated } from '../locale';
import { loadFirstMessages, loadMessages } from '../messages';

/** Fetches a language, every text of it. Rejects when the catalogue cannot be had. */
export async function loadLanguage(negotiated: Negotiated): Promise<Language> {
  return createLanguage(negotiated, await loadMessages(negotiated.locale));
}

/** Fetches what the first screen says of a language. Rejects when the catalogue cannot be had. */
export async function loadFirstLanguage(negotiated: Negotiated): Promise<Language> {
  return createLanguage(negotiated, await loadFirstMessages(negotiated.locale), false);
}
