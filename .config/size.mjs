// What the browser loads before the first screen (the page's own files and all they import statically), and until the
// canvas can be used (the screen of a map and the largest catalogue besides).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sizeLimit from 'size-limit';
import filePlugin from '@size-limit/file';
import { root } from './install.mjs';

/** The promises: kilobytes (1,000 bytes) of gzip. */
const budgets = { 'first load': 160, 'until the canvas can be used': 270 };

/** The file with what the canvas needs besides the page: `.config/chunks.ts` makes it. */
const canvas = 'map';
const catalogues = /^src\/language\/messages\/\w+\.json\?first$/;
/** What the first screen may say is told by English, where all languages agree. */
const english = 'src/language/messages/en.json';

/**
 * The manifest of a build: what each module became, and what it imports.
 * @typedef {Record<string, { file: string, name?: string, imports?: string[], css?: string[] }>} Manifest
 */

/** Scripts, style sheets and preloads of a built page. */
function filesOfPage(/** @type {string} */ folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const tags = html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+\.(?:js|css))"/g);
  return [...tags].map(([, file]) => String(file));
}

/** These files and all they import statically, with their style sheets. */
function withImports(/** @type {Manifest} */ manifest, /** @type {Iterable<string>} */ begin) {
  const files = new Set(begin);
  for (const file of files) {
    const chunk = Object.values(manifest).find((entry) => entry.file === file);
    for (const style of chunk?.css ?? []) files.add(style);
    for (const key of chunk?.imports ?? []) {
      const imported = manifest[key];
      if (imported) files.add(imported.file);
    }
  }
  return [...files];
}

/** Kilobytes of gzip. */
async function measure(/** @type {string} */ folder, /** @type {string[]} */ files) {
  const paths = files.map((file) => join(folder, file));
  const measured = await sizeLimit([filePlugin], { checks: [{ files: paths, gzip: true }] });
  const [result] = /** @type {{ size: number }[]} */ (measured);
  return (result?.size ?? Infinity) / 1000;
}

/** Texts that these files say, by id or by the stem of an id, and that are not among the first. */
function textsForgotten(
  /** @type {string} */ folder,
  /** @type {string[]} */ files,
  /** @type {string} */ first,
) {
  const there = readFileSync(join(folder, first), 'utf8');
  const ids = Object.keys(JSON.parse(readFileSync(join(root, english), 'utf8')));
  const later = ids.filter((id) => !there.includes(`"${id}":`));
  const code = files
    .filter((file) => file.endsWith('.js') && file !== first)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const quoted = new Set(
    [...code.matchAll(/["'`]([a-zA-Z][\w-]*(?:\.[\w-]+)+)["'`]/g)].map(([, id]) => id),
  );
  const stems = [...code.matchAll(/`((?:[a-zA-Z][\w-]*\.)+)\$\{/g)].map(([, stem]) => String(stem));
  return later.filter((id) => quoted.has(id) || stems.some((stem) => id.startsWith(stem)));
}

/** Measures the build in `folder`. Empty when each load is within its budget. */
export async function checkSize(/** @type {string} */ folder) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const page = filesOfPage(folder);
  if (!page.some((file) => file.endsWith('.js')))
    return ['index.html loads no script: nothing to measure'];
  const screen = Object.values(manifest).find(({ name }) => name === canvas);
  if (!screen) return ['the screen of a map is no file of its own any more: .config/chunks.ts'];

  const languages = Object.keys(manifest).filter((key) => catalogues.test(key));
  const sizes = await Promise.all(
    languages.map(async (key) => {
      const file = String(manifest[key]?.file);
      return { file, size: await measure(folder, [file]) };
    }),
  );
  const largest = sizes.sort((a, b) => b.size - a.size)[0];
  if (!largest) return ['there is no catalogue to measure'];
  const loads = {
    'first load': withImports(manifest, [...page, largest.file]),
    'until the canvas can be used': withImports(manifest, [...page, largest.file, screen.file]),
  };
  const findings = [];
  for (const [name, files] of Object.entries(loads)) {
    const budget = budgets[/** @type {keyof typeof budgets} */ (name)];
    const kilobytes = await measure(folder, files);
    const said = `${name}: ${kilobytes.toFixed(1)} kB gzip of ${budget} kB, in ${files.length} files`;
    console.log(`  ${said}`);
    if (kilobytes > budget) findings.push(said);
  }
  const first = String(manifest[`${english}?first`]?.file);
  const forgotten = textsForgotten(folder, loads['until the canvas can be used'], first);
  return [
    ...findings,
    ...forgotten.map((id) => `${id} is said on the first screen: see .config/catalogues.ts`),
  ];
}
