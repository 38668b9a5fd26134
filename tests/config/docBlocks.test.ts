import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { missingDocBlocks, undocumentedNames } from '../../.config/docBlocks.mjs';

describe('the check of doc blocks', () => {
  test.each([
    ['export function count() {}', 'count'],
    ['export const LIMIT = 1;', 'LIMIT'],
    ['export const [FIRST, SECOND] = pair;', 'FIRST'],
    ['export class Store {}', 'Store'],
    ['export interface Place {}', 'Place'],
    ['export type Id = string;', 'Id'],
    ['export default function View() {}', 'View'],
    ['const LIMIT = 1;\nexport { LIMIT };', 'LIMIT'],
    ['// A comment that no editor shows.\nexport const LIMIT = 1;', 'LIMIT'],
    ['/* Nor this one. */\nexport const LIMIT = 1;', 'LIMIT'],
    ['/** */\nexport const LIMIT = 1;', 'LIMIT'],
    ['/** @internal */\nexport const LIMIT = 1;', 'LIMIT'],
    ['/** Of the line before. */\nconst LEAST = 0;\nexport const LIMIT = 1;', 'LIMIT'],
  ])('finds an export without one in %j', (text, name) => {
    expect(undocumentedNames(text)).toContain(name);
  });

  test.each([
    '/** In days. */\nexport const LIMIT = 1;',
    '/** @throws {RangeError} below 0 */\nexport function root(x: number) {}',
    '/** In days. */\nconst LIMIT = 1;\nexport { LIMIT };',
    '/** In canvas units. */\nexport const Place = schema;\nexport type Place = typeof Place;',
    '/** Twice. */\nexport function two(x: 1): 1;\nexport function two(x: 2): 2;\nexport function two() {}',
  ])('leaves a documented export alone in %j', (text) => {
    expect(undocumentedNames(text)).toEqual([]);
  });

  test.each([
    'const LIMIT = 1;',
    "export { LIMIT } from './limit';",
    "export * from './limit';",
    'export default later(load);',
  ])('asks for none in %j', (text) => {
    expect(undocumentedNames(text)).toEqual([]);
  });

  test('reads every module under src and names the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'doc-blocks-'));
    mkdirSync(join(folder, 'src', 'map'), { recursive: true });
    writeFileSync(join(folder, 'src', 'map', 'grid.ts'), 'export const GRID = 8;');
    writeFileSync(join(folder, 'src', 'View.tsx'), 'export function View() { return <p />; }');
    writeFileSync(join(folder, 'src', 'env.d.ts'), 'export declare const BUILD: string;');
    expect(missingDocBlocks(folder)).toEqual([
      'src/View.tsx: View has no doc block',
      'src/map/grid.ts: GRID has no doc block',
    ]);
  });
});
