import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import { catalogues } from '../../.config/catalogues';
import { firstLoad } from '../../.config/firstLoad';

const APP: Readonly<Record<string, string>> = {
  'package.json': '{ "sideEffects": ["main.js"] }',
  'main.js': `import { Bar } from './controls';
    console.log(Bar, 'app.title');
    import('./texts.json?first').then(({ default: texts }) => console.log(texts));
    import('./texts.json?rest').then(({ default: texts }) => console.log(texts));
    import(/* first: map */ './map').then(({ show }) => show('card'));
    import(/* first: library */ './library').then(({ list }) => list('row'));`,
  'controls/index.js': `export { Bar } from './bar'; export { Chart } from './chart'; export * from './shared';`,
  'controls/bar.js': `export const Bar = 'the bar';`,
  'controls/chart.js': `export const Chart = 'the chart';`,
  'controls/shared.js': `export const Shared = 'what both screens use';`,
  'map.js': `import { Shared } from './controls';
    export const show = (kind) => {
      console.log(Shared, \`map.\${kind}.name\`);
      return import('./commands').then(({ COMMANDS }) => console.log(COMMANDS));
    };`,
  'library.js': `import { Shared } from './controls';
    export const list = () => console.log(Shared, 'library.title');`,
  'commands.js': `import { Chart } from './controls'; export const COMMANDS = [Chart, 'command.copy'];`,
  'texts.json': JSON.stringify({
    'app.title': 'Title',
    'command.copy': 'Copy',
    'library.title': 'Library',
    'map.card.name': 'Card',
    'map.card.help': 'Help',
  }),
};

/** One folder for all: names of files would tell where they were built without a minifier. */
const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a small app, its files changed by `files`, becomes. */
async function built(files: Readonly<Record<string, string>> = {}) {
  for (const [name, code] of Object.entries({ ...APP, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), code);
  }
  const first = firstLoad();
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [first, catalogues(first.holds)],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: { input: join(folder, 'main.js') },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  /** The file that a module, or a part of the catalogue, is in. */
  function fileOf(name: string): Rolldown.OutputChunk {
    const found = chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${name}`)));
    expect(found, name).toHaveLength(1);
    return found[0] as Rolldown.OutputChunk;
  }
  return fileOf;
}

describe('the first load', () => {
  test('is one file for the page, one for each marked screen and one for what screens share', async () => {
    const fileOf = await built();
    expect(fileOf('bar.js')).toBe(fileOf('main.js'));
    expect(fileOf('map.js').name).toBe('map');
    expect(fileOf('library.js').name).toBe('library');
    expect(fileOf('shared.js').name).toBe('screens');
  });

  test('holds nothing that an index hands on to later parts alone', async () => {
    const fileOf = await built();
    expect(fileOf('chart.js')).toBe(fileOf('commands.js'));
  });

  test('brings the texts its code says, by id and by template, and leaves the others for later', async () => {
    const fileOf = await built();
    const { code: first } = fileOf('texts.json?first');
    for (const text of ['Title', 'Library', 'Card']) expect(first).toContain(text);
    expect(first).not.toMatch(/Copy|Help/);
    expect(fileOf('texts.json?rest').code).toMatch(/Copy.*Help/s);
  });

  test('keeps its modules and texts when a later part gets a command, a dialog and their texts', async () => {
    const before = await built();
    const after = await built({
      'commands.js': `export const COMMANDS = ['command.copy', 'command.new'];
        export const open = () => import('./dialog');`,
      'dialog.js': `export const Dialog = 'dialog.new';`,
      'map.js': (APP['map.js'] ?? '').replace('({ COMMANDS })', '({ COMMANDS, open })'),
      'texts.json': JSON.stringify({
        ...(JSON.parse(APP['texts.json'] ?? '') as object),
        'command.new': 'New',
        'dialog.new': 'A new dialog',
      }),
    });
    for (const name of ['main.js', 'map.js', 'library.js', 'shared.js'])
      expect(after(name).moduleIds.length).toBe(before(name).moduleIds.length);
    expect(after('texts.json?first').fileName).toBe(before('texts.json?first').fileName);
    expect(after('texts.json?rest').code).toContain('A new dialog');
  });

  test('gives a catalogue another name when a text of it changes, and only then', async () => {
    const before = await built();
    const texts = (APP['texts.json'] ?? '').replace('"Title"', '"Title, changed"');
    const after = await built({ 'texts.json': texts });
    expect(after('texts.json?first').fileName).not.toBe(before('texts.json?first').fileName);
    expect(after('texts.json?rest').fileName).toBe(before('texts.json?rest').fileName);
    expect(after('main.js').fileName).not.toBe(before('main.js').fileName);
  });

  test('fails when the module a screen begins with is missing', async () => {
    const files = { 'main.js': `import(/* first: map */ './nowhere');` };
    await expect(built(files)).rejects.toThrow('the screen map begins at no module');
  });
});
