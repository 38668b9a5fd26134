// Looks at the files git knows: nothing unfinished is announced, and the lockfile names no registry.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const marker = /\b(TODO|FIXME|XXX|HACK)\b/;
const promise = /\b(coming soon|not (yet )?implemented|lorem ipsum|kommt bald|akan datang)\b/i;
const text = /\.(ts|tsx|js|mjs|cjs|json|md|css|html|yml)$/;
/** Files that must name the words in order to forbid them, and files other programs write. */
const exempt = /^(\.config\/words\.mjs|package-lock\.json|tests\/fixtures\/.*)$/;

function trackedFiles() {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((file) => text.test(file) && existsSync(join(root, file)));
}

/** Lines that promise something for later. */
export function unfinishedWords() {
  return trackedFiles()
    .filter((file) => !exempt.test(file))
    .flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((line, at) => {
          const word = marker.exec(line) ?? promise.exec(line);
          return word ? [`${file}:${at + 1}: “${word[0]}”`] : [];
        }),
    );
}

/** Addresses in the lockfile: it must install from any registry. */
export function lockfileAddresses() {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages).flatMap(([path, { resolved }]) =>
    resolved === undefined ? [] : [`${path} → ${resolved}`],
  );
}
