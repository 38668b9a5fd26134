// What the browser must load before the first screen: the page's own files and all they import statically.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sizeLimit from 'size-limit';
import filePlugin from '@size-limit/file';

/** The promise: kilobytes (1,000 bytes) of gzip. */
const budget = 270;

/** Scripts, style sheets and preloads of a built page, followed through the manifest of the build. */
function firstLoad(/** @type {string} */ folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  /** @type {Record<string, { file: string, imports?: string[], css?: string[] }>} */
  const manifest = JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8'));
  const tags = html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.\/([^"]+\.(?:js|css))"/g);
  const files = new Set([...tags].map(([, file]) => String(file)));
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

/** Measures the build in `folder`. Empty when the first load is within its budget. */
export async function checkSize(/** @type {string} */ folder) {
  const files = firstLoad(folder);
  if (!files.some((file) => file.endsWith('.js')))
    return ['index.html loads no script: nothing to measure'];
  const paths = files.map((file) => join(folder, file));
  const measured = await sizeLimit([filePlugin], { checks: [{ files: paths, gzip: true }] });
  const [result] = /** @type {{ size: number }[]} */ (measured);
  const kilobytes = (result?.size ?? Infinity) / 1000;
  const said = `first load ${kilobytes.toFixed(1)} kB gzip of ${budget} kB, in ${files.length} files`;
  console.log(`  ${said}`);
  return kilobytes <= budget ? [] : [said];
}
