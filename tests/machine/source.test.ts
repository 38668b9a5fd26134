import fc from 'fast-check';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test, vi } from 'vitest';
import { setup } from 'xstate';
import {
  lineKey,
  machineSource,
  statePathOf,
  toMachine,
  toMachineJson,
  toTypeScript,
  UNSORTED,
} from '../../src/machine';
import { valueAt } from '../../src/map/shape';
import { deep, runs } from '../support/runs';
import { anyMap, id, mapOf } from './anyMap';

// Random maps by the thousand take their time where the long counts run.
vi.setConfig({ testTimeout: deep ? 1_200_000 : 20_000 });

const numRuns = runs(10, 2_000);

/** What the module exports, run with the real xstate. */
function evaluated(source: string): { config: Record<string, unknown> } {
  const { outputText, diagnostics } = ts.transpileModule(source, {
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  expect(diagnostics).toEqual([]);
  const exported: { machine?: { config: Record<string, unknown> } } = {};
  // The source is ours: this is the way to see what it means.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('exports', 'require', outputText)(exported, () => ({ setup }));
  return exported.machine!;
}

test('the TypeScript of every map is that machine, whatever the names', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { states, on } = toMachine(map);
      expect(evaluated(toTypeScript(map)).config).toMatchObject({ states, on });
    }),
    { numRuns },
  );
});

test('a name cannot end its string, its line or the reading direction', () => {
  const name = 'it\'s \\ "x" \u2028 */ ${a} \u202e </script>';
  const source = toTypeScript(mapOf({ title: name, stages: { [id('a')]: { name } } }));
  expect(source).not.toMatch(/[\u2028\u202e]/u);
  expect(evaluated(source).config.description).toBe(name);
});

test('the TypeScript of maps compiles against the types of xstate', { timeout: 60_000 }, () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const maps = [mapOf(), ...fc.sample(anyMap, { numRuns: runs(1, 20), seed: 7 })];
  const sources = new Map(
    maps.map((map, index) => [join(root, `machine${index}.ts`), toTypeScript(map)]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.getSourceFile = (file, language) => {
    const source = sources.get(file);
    return source === undefined
      ? disk.getSourceFile(file, language)
      : ts.createSourceFile(file, source, language);
  };
  host.fileExists = (file) => sources.has(file) || disk.fileExists(file);
  host.readFile = (file) => sources.get(file) ?? disk.readFile(file);
  const program = ts.createProgram([...sources.keys()], options, host);
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(found).toEqual([]);
});

test('the JSON text is what JSON.stringify writes, and its lines hold the state they name', () => {
  fc.assert(
    fc.property(anyMap, (map) => {
      const { text, lines } = toMachineJson(map);
      expect(text).toBe(`${JSON.stringify(toMachine(map), null, 2)}\n`);
      for (const touchpoint of Object.keys(map.touchpoints)) {
        const { first, last } = lines.get(lineKey({ collection: 'touchpoints', id: touchpoint }))!;
        const shown = text
          .split('\n')
          .slice(first - 1, last)
          .join('\n')
          .replace(/,$/, '');
        const state = valueAt(toMachine(map), statePathOf(map, touchpoint)!);
        expect(JSON.parse(`{${shown.trim().replace(/^"[^"]*": /, '"state": ')}}`)).toEqual({
          state,
        });
      }
    }),
    { numRuns },
  );
});

test('the TypeScript knows the lines of stages, touchpoints and transitions, of one id too', () => {
  const map = mapOf({
    stages: { [id('a')]: { name: 'Stage' } },
    touchpoints: { [id('a')]: { kind: 'entry', stage: id('a') }, [id('b')]: { kind: 'outcome' } },
    transitions: { [id('a')]: { from: id('a'), to: id('b'), label: 'go' } },
  });
  const { text, lines } = machineSource(map);
  const firstLineOf = (collection: 'stages' | 'touchpoints' | 'transitions', key: string) =>
    text.split('\n')[lines.get(lineKey({ collection, id: key }))!.first - 1]!.trim();
  expect(firstLineOf('stages', id('a'))).toBe(`stage_${id('a')}: {`);
  expect(firstLineOf('touchpoints', id('a'))).toBe(`touchpoint_${id('a')}: {`);
  expect(firstLineOf('transitions', id('a'))).toBe('go: {');
  expect(statePathOf(map, id('nobody'))).toBeNull();
});

test('a text stands in the quotes that need no escape, in single ones if both would do', () => {
  const quoted = (name: string) =>
    /description: (.*),\n/.exec(toTypeScript(mapOf({ title: name })))?.[1];
  expect(quoted('plain')).toBe("'plain'");
  expect(quoted("it's")).toBe(`"it's"`);
  expect(quoted('say "x"')).toBe(`'say "x"'`);
  expect(quoted(`it's "x"`)).toBe(`'it\\'s "x"'`);
});

test('a touchpoint without a stage, or of one that is gone, stands among the unsorted', () => {
  const map = mapOf({
    stages: { [id('s')]: { name: 'Stage' } },
    touchpoints: {
      [id('a')]: { stage: id('s') },
      [id('b')]: { stage: null },
      [id('o')]: { stage: id('s'), kind: 'outcome' },
    },
  });
  const gone = { ...map, stages: {} };
  expect(statePathOf(map, id('a'))).toEqual([
    'states',
    `stage_${id('s')}`,
    'states',
    `touchpoint_${id('a')}`,
  ]);
  const unsorted = (touchpoint: string) => [
    'states',
    UNSORTED,
    'states',
    `touchpoint_${touchpoint}`,
  ];
  expect(statePathOf(map, id('b'))).toEqual(unsorted(id('b')));
  expect(statePathOf(gone, id('a'))).toEqual(unsorted(id('a')));
  expect(statePathOf(map, id('o'))).toEqual(['states', `touchpoint_${id('o')}`]);
});
