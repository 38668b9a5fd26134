import { type EditorState, worded } from '../../src/editing';
import { createLanguage } from '../../src/language/language';
import english from '../../src/language/messages/en.json';

/** English, for what is put into words only where it is spoken. */
export const { t: inEnglish } = createLanguage({ locale: 'en', tag: 'en' }, english);

/** What was announced last, its values in English words. */
export function lastSaid({ announcement }: EditorState) {
  return announcement && { ...announcement, values: worded(announcement.values, inEnglish) };
}
