import type { IntlMessageFormat } from 'intl-messageformat';
import type english from './messages/en.json';
import type { Locale } from './locale';

/** The key of a text people read. English says which keys there are; a test holds the others to it. */
export type MessageId = keyof typeof english;

/** An ICU message, as text or parsed. */
export type MessageTemplate = ConstructorParameters<typeof IntlMessageFormat>[0];

/** Messages by key: those of the first screen, or all. */
export type Messages = Readonly<Partial<Record<MessageId, MessageTemplate>>>;

type Fetch = () => Promise<{ default: Messages }>;

/** Each catalogue: what the first screen says, and the rest. `.config/catalogues.ts` parts them. */
const catalogues: Readonly<Record<Locale, readonly [first: Fetch, rest: Fetch]>> = {
  en: [() => import('./messages/en.json?first'), () => import('./messages/en.json?rest')],
  de: [() => import('./messages/de.json?first'), () => import('./messages/de.json?rest')],
  ms: [() => import('./messages/ms.json?first'), () => import('./messages/ms.json?rest')],
};

/** The texts of the first screen. Rejects when their file cannot be had. */
export async function loadFirstMessages(locale: Locale): Promise<Messages> {
  const [first] = catalogues[locale];
  return (await first()).default;
}

/** Every text of the language in use. Rejects when a file cannot be had. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  const parts = await Promise.all(catalogues[locale].map(async (fetch) => (await fetch()).default));
  return Object.assign({}, ...parts) as Messages;
}
