import { readFileSync } from 'node:fs';
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/**
 * Texts of the first screen, by the beginning of their ids: the bar, the canvas and its commands. All others are
 * fetched once the page stands. `.config/size.mjs` finds a text that the first screen says and this list forgets.
 */
const FIRST = [
  'app.',
  'canvas.',
  'channel.',
  'command.',
  'control.dismiss',
  'control.emotion.',
  'control.loading',
  'control.split.',
  'control.toast.',
  'duration.',
  'editing.',
  'library.drop',
  'library.edit.',
  'library.failed',
  'library.file.',
  'library.findings.show',
  'map.',
  'problems.title',
  'storage.',
];

const PART = /\.json\?(first|rest)$/;
/** Characters that mean something in ICU messages; a text without them is shown as it stands. */
const SYNTAX = /[{}<>']/;

/** Is the text one of those the first screen may say? */
export function isFirst(id: string): boolean {
  return FIRST.some((stem) => id.startsWith(stem));
}

/** One part of a catalogue: plain texts as they stand, the others parsed, so that the page needs no parser. */
function partOf(catalogue: Readonly<Record<string, string>>, part: string) {
  return Object.fromEntries(
    Object.entries(catalogue)
      .filter(([id]) => isFirst(id) === (part === 'first'))
      .map(([id, text]) => [id, SYNTAX.test(text) ? parse(text) : text]),
  );
}

/**
 * `messages/en.json?first` and `?rest`: a catalogue in two parts. A build leaves the parser of messages
 * out of the page.
 */
export function catalogues(): Plugin {
  return {
    name: 'catalogues',
    enforce: 'pre',
    config: (_, { command }) =>
      command === 'build'
        ? {
            resolve: {
              alias: {
                '@formatjs/icu-messageformat-parser':
                  '@formatjs/icu-messageformat-parser/no-parser.js',
              },
            },
          }
        : {},
    load(id) {
      const part = PART.exec(id)?.[1];
      if (part === undefined) return null;
      const file = id.replace(/\?.*$/, '');
      this.addWatchFile(file);
      const catalogue = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      // Parsing a text is faster than running an object of its size.
      const text = JSON.stringify(JSON.stringify(partOf(catalogue, part)));
      return { code: `export default JSON.parse(${text});`, moduleType: 'js' };
    },
  };
}
