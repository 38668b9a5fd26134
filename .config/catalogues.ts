import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { idsIn, packed, type Catalogue } from './texts.ts';

const PART = /\.json\?(first|rest)$/;
/** Stands for the texts of a part until it is known which code comes first. */
const STAND_IN = /(["'`])texts of ([^"'`]+) \((first|rest)\)\1/;

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Catalogue;
/** Parsing a text is faster than running an object of its size. */
const asText = (texts: object) => JSON.stringify(JSON.stringify(texts));

/**
 * `messages/en.json?first` and `?rest`: a catalogue in two parts. First is what the code says that comes with the page
 * and its screens (`comesFirst`); there is no list of them. Without a build, for tests and `npm run dev`, everything is first.
 * A build leaves the parser of messages out of the page.
 */
export function catalogues(comesFirst: (id: string) => boolean): Plugin {
  let isBuild = false;
  let root = '';
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
    configResolved(config) {
      isBuild = config.command === 'build';
      root = config.root;
    },
    load: {
      filter: { id: PART },
      handler(id) {
        const part = PART.exec(id)?.[1];
        const file = id.replace(/\?.*$/, '');
        this.addWatchFile(file);
        const text = isBuild
          ? JSON.stringify(`texts of ${relative(root, file)} (${part})`)
          : asText(packed(read(file), () => part === 'first'));
        return { code: `export default JSON.parse(${text});`, moduleType: 'js' };
      },
    },
    renderChunk(code, _chunk, _options, { chunks }) {
      const [found, , file = '', part] = STAND_IN.exec(code) ?? [];
      if (found === undefined) return null;
      const catalogue = read(join(root, file));
      const first = Object.values(chunks)
        .flatMap(({ modules }) => Object.entries(modules))
        .filter(([id]) => comesFirst(id))
        .map(([, module]) => module.code ?? '')
        .join('\n');
      const ids = idsIn(first, Object.keys(catalogue));
      const texts = asText(packed(catalogue, (id) => ids.has(id) === (part === 'first')));
      return { code: code.replace(found, () => texts), map: null };
    },
  };
}
