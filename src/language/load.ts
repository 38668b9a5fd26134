import { createLanguage, type Language } from './language';
import type { Negotiated } from './locale';
import { loadFirstMessages, loadMessages } from './messages';

// Apart from the index: whoever only needs numbers and names, a worker say, must not bring the catalogues along.

/** Fetches a language, every text of it. Rejects when the catalogue cannot be had. */
export async function loadLanguage(negotiated: Negotiated): Promise<Language> {
  return createLanguage(negotiated, await loadMessages(negotiated.locale));
}

/** Fetches what the first screen says of a language. Rejects when the catalogue cannot be had. */
export async function loadFirstLanguage(negotiated: Negotiated): Promise<Language> {
  return createLanguage(negotiated, await loadFirstMessages(negotiated.locale), false);
}
