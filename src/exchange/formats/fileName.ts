/** Ends every file of ours; `.json` alone is opened too. */
const EXTENSION = '.journey.json';
const LONGEST = 80;

/** A file name every system takes, made from a map's title. */
export function fileNameOf(title: string, extension: string = EXTENSION): string {
  const plain = title
    .normalize('NFKC')
    // Control and direction characters, and what Windows, Apple or Unix forbid in a name.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  const short = Array.from(plain).slice(0, LONGEST).join('').trim();
  return `${short === '' ? 'journey' : short}${extension}`;
}
