import { charactersOf, cut } from '../../language';

/** Ends every file of ours; `.json` alone is opened too. */
const EXTENSION = '.journey.json';
/** In UTF-16 units: three bytes each at most, and systems take names of 255 bytes. */
const LONGEST = 80;
/** Control and direction characters, and what Windows, Apple or Unix forbid in a name. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu;

/** A file name every system takes, made from a map's title. */
export function fileNameOf(title: string, extension: string = EXTENSION): string {
  const plain = charactersOf(title.normalize('NFKC'))
    // What joins the parts of an emoji belongs to it.
    .map((one) => (/\p{Extended_Pictographic}/u.test(one) ? one : one.replace(FORBIDDEN, ' ')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  const short = cut(plain, LONGEST).trim();
  return `${short === '' ? 'journey' : short}${extension}`;
}
