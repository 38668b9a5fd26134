// What the browser loads before the first screen (the page's own files and all they import statically), and until the
// canvas can be used (the screen of a map and the largest catalogue besides).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sizeLimit from 'size-limit';
import filePlugin from '@size-limit/file';

/** The promises: kilobytes (1,000 bytes) of gzip. */
const budgets = { 'first load': 160, 'until the canvas can be used': 300 };

/** Files with what the canvas needs besides the page, named by the marks at the imports where they begin. */
const canvas = ['map', 'database'];
const catalogues = /^src\/language\/messages\/\w+\.json\?first$/;

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

/** Measures the build in `folder`. Empty when each load is within its budget. */
export async function checkSize(/** @type {string} */ folder) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const page = filesOfPage(folder);
  if (!page.some((file) => file.endsWith('.js')))
    return ['index.html loads no script: nothing to measure'];
  const chunks = Object.values(manifest);
  const screen = canvas.flatMap((name) => chunks.filter((chunk) => chunk.name === name));
  if (screen.length !== canvas.length)
    return [`not each of ${canvas.join(', ')} is marked at one import: .config/firstLoad.ts`];

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
    'until the canvas can be used': withImports(manifest, [
      ...page,
      largest.file,
      ...screen.map(({ file }) => file),
    ]),
  };
  const findings = [];
  for (const [name, files] of Object.entries(loads)) {
    const budget = budgets[/** @type {keyof typeof budgets} */ (name)];
    const kilobytes = await measure(folder, files);
    const said = `${name}: ${kilobytes.toFixed(1)} kB gzip of ${budget} kB, in ${files.length} files`;
    console.log(`  ${said}`);
    if (kilobytes > budget) findings.push(said);
  }
  return findings;
}
