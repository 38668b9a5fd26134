import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorOf, anchorsOf, deadLinks, incompleteLists, longLines } from '../../.config/docs.mjs';

/** A folder with these files. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('the check of the prose', () => {
  test('knows the anchors of headings', () => {
    expect(anchorOf('One run, from the button to the canvas')).toBe(
      'one-run-from-the-button-to-the-canvas',
    );
    expect(anchorOf('`journey` & friends')).toBe('journey--friends');
    expect([...anchorsOf('# A\n## B\n```\n# no heading\n```\n## B\n')]).toEqual(['a', 'b', 'b-1']);
  });

  test('finds links to files and headings that are not there', () => {
    const folder = folderOf({
      'README.md': '[a](docs/a.md#here) [b](docs/b.md) [c](docs/a.md#gone) [d](https://x.org/y)',
      'docs/a.md':
        '# Here\n[up](../README.md) [self](#here) [self](#nowhere)\n```\n[no](no.md)\n```',
    });
    expect(deadLinks(folder)).toEqual([
      'README.md: docs/b.md does not exist',
      'README.md: docs/a.md#gone: there is no such heading',
      'docs/a.md: #nowhere: there is no such heading',
    ]);
  });

  test('finds lines that are too long, but for tables, code and what cannot be broken', () => {
    const long = 'word '.repeat(40);
    const folder = folderOf({
      'README.md': [long, `| ${long} |`, 'x'.repeat(200), '```', long, '```'].join('\n'),
    });
    expect(longLines(folder)).toEqual(['README.md:1: 200 characters, at most 130']);
  });

  test('finds pages that no list names, and folders that nobody explains', () => {
    const folder = folderOf({
      'README.md': '[a](docs/a.md)',
      'docs/a.md': '',
      'docs/b.md': '',
      'docs/decisions/README.md': '[one](0001-one.md)',
      'docs/decisions/0001-one.md': '',
      'docs/decisions/0002-two.md': '',
      'src/map/README.md': '',
      'src/rules/index.ts': '',
    });
    expect(incompleteLists(folder)).toEqual([
      'README.md does not list docs/b.md',
      'docs/decisions/README.md does not list 0002-two.md',
      'src/rules has no README.md',
    ]);
  });
});
