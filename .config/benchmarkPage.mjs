// docs/benchmarks.md has a section for each benchmark, each between HTML comments and written by its own command.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, loadavg, platform, release, arch } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from './install.mjs';

const page = join(root, 'docs', 'benchmarks.md');

const HEAD = `# Benchmarks

Each section is written by the command it names, on the machine it describes; nothing here is typed by hand. Ratios are
what to read: both sides of a ratio ran side by side, in turns, in one process.
`;

/** The machine in a sentence. */
export function machine() {
  const [cpu] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(1);
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  return (
    `${String(cpus().length)} × ${cpu?.model.trim() ?? 'unknown CPU'}, ${memory} GB, ${platform()} ${release()} ` +
    `${arch()}, Node ${process.version}; ${new Date().toISOString().slice(0, 10)}, load average ${load} when it ended.`
  );
}

/**
 * Replaces a section of the page, or adds it at the end.
 * @param {string} name the section's name, once per benchmark
 * @param {string} text Markdown, from its heading on
 */
export async function writeSection(name, text) {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const section = `${begin}\n\n${text.trim()}\n\n${end}`;
  const before = existsSync(page) ? readFileSync(page, 'utf8') : HEAD;
  const from = before.indexOf(begin);
  const to = before.indexOf(end);
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + section + before.slice(to + end.length)
      : `${before.trim()}\n\n${section}\n`;
  writeFileSync(
    page,
    await format(after, { parser: 'markdown', printWidth: 100, singleQuote: true }),
  );
}

/**
 * A Markdown table.
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
export function table(head, rows) {
  const line = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
