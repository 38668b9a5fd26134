// Looks at the prose: links and anchors lead somewhere, lists of pages are complete, lines have a length one can read.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './install.mjs';

const LONGEST_LINE = 130;

/** Markdown of the project, as paths from the root. */
export function pages(/** @type {string} */ folder = root) {
  const inside = (/** @type {string} */ name) =>
    existsSync(join(folder, name))
      ? readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.md'))
          .map((file) => `${name}/${file}`)
      : [];
  const top = readdirSync(folder).filter((file) => file.endsWith('.md'));
  return [...top, ...inside('docs'), ...inside('src')].sort();
}

/** The text without what lies between fences: code has links and lengths of its own. */
const prose = (/** @type {string} */ text) =>
  text.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ''));

/** The anchor that hosts of Markdown give a heading. */
export function anchorOf(/** @type {string} */ heading) {
  return heading
    .replace(/`|\*|_(?=\w)|(?<=\w)_|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

/** Anchors of a page; a heading that comes again gets a number. */
export function anchorsOf(/** @type {string} */ text) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return new Set(
    [...prose(text).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading]) => {
      const anchor = anchorOf(heading ?? '');
      const before = seen.get(anchor) ?? 0;
      seen.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    }),
  );
}

/** Links of a page that lead nowhere. */
export function deadLinks(/** @type {string} */ folder = root) {
  return pages(folder).flatMap((page) => {
    const text = readFileSync(join(folder, page), 'utf8');
    return [...prose(text).matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, address = '']) => {
      if (/^[a-z]+:/.test(address)) return [];
      const [path = '', anchor] = address.split('#');
      const goal = path === '' ? join(folder, page) : join(folder, dirname(page), path);
      if (!existsSync(goal)) return [`${page}: ${address} does not exist`];
      if (anchor === undefined || !goal.endsWith('.md')) return [];
      return anchorsOf(readFileSync(goal, 'utf8')).has(anchor)
        ? []
        : [`${page}: ${address}: there is no such heading`];
    });
  });
}

/** Lines of prose that are too long to read; tables and lines without a space cannot be broken. */
export function longLines(/** @type {string} */ folder = root) {
  return pages(folder).flatMap((page) =>
    prose(readFileSync(join(folder, page), 'utf8'))
      .split('\n')
      .flatMap((line, at) =>
        line.length > LONGEST_LINE && !line.trimStart().startsWith('|') && / /.test(line.trim())
          ? [`${page}:${at + 1}: ${line.length} characters, at most ${LONGEST_LINE}`]
          : [],
      ),
  );
}

/** Pages that the list of their folder leaves out, and folders of src without a README. */
export function incompleteLists(/** @type {string} */ folder = root) {
  const names = (/** @type {string} */ place) =>
    readdirSync(join(folder, place), { withFileTypes: true });
  const listed = (/** @type {string} */ list) => readFileSync(join(folder, list), 'utf8');
  const missing = (/** @type {string} */ list, /** @type {string} */ place) =>
    names(place)
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && entry.name !== 'README.md')
      .map(({ name }) => relative(dirname(list), `${place}/${name}`))
      .filter((path) => !listed(list).includes(`(${path})`))
      .map((path) => `${list} does not list ${path}`);
  return [
    ...missing('README.md', 'docs'),
    ...missing('docs/decisions/README.md', 'docs/decisions'),
    ...names('src')
      .filter(
        (entry) => entry.isDirectory() && !existsSync(join(folder, 'src', entry.name, 'README.md')),
      )
      .map(({ name }) => `src/${name} has no README.md`),
  ];
}
