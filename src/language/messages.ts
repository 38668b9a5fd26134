import type english from './messages/en.json';
import type { Locale } from './locale';

/** The key of a text people read. English says which keys there are; a test holds the others to it. */
export type MessageId = keyof typeof english;

/** A catalogue: ICU messages by key. */
export type Messages = Readonly<Record<MessageId, string>>;

const catalogues: Readonly<Record<Locale, () => Promise<{ default: Messages }>>> = {
  en: () => import('./messages/en.json'),
  de: () => import('./messages/de.json'),
  ms: () => import('./messages/ms.json'),
};

/** Only the language in use is fetched. Rejects when its file cannot be had. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return (await catalogues[locale]()).default;
}
