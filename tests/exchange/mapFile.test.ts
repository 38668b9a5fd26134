import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../src/exchange/formats/fileName';
import { droppedFiles } from '../../src/exchange/browser/dropped';
import { readMapFile } from '../../src/exchange/browser/mapFile';
import { writeJourneyMap } from '../../src/exchange/formats/journeyMap';
import { newMap } from '../../src/map/records';
import { parseMap, revisionOf } from '../../src/map/text';

describe('a file name', () => {
  test('is the title where every system can take it', () => {
    expect(fileNameOf('CoachingLive – Übersicht')).toBe('CoachingLive – Übersicht.journey.json');
  });

  test('never leaves the folder or hides its ending', () => {
    expect(fileNameOf('../../etc/passwd')).not.toContain('/');
    expect(fileNameOf('a\u202Egpj.exe')).not.toContain('\u202E');
    expect(fileNameOf('...')).toBe('journey.journey.json');
    expect(fileNameOf('x'.repeat(5_000)).length).toBeLessThan(120);
  });
});

describe('a saved map', () => {
  const map = newMap({ title: 'Sent by mail' });
  const at = new Date('2026-11-21T12:00:00Z');

  test('opens as the same map, at the same revision', async () => {
    const { map: read } = parseMap(await writeJourneyMap(map, { by: 'Ann', at }));
    expect(read && (await revisionOf(read))).toBe(await revisionOf(map));
  });

  test('says in its lineage at which revision it left, once', async () => {
    const first = parseMap(await writeJourneyMap(map, { by: 'Ann', at })).map;
    expect(first?.lineage).toEqual([
      { revision: await revisionOf(map), at: at.toISOString(), by: 'Ann' },
    ]);
    const again = first && parseMap(await writeJourneyMap(first, { by: 'Ben', at })).map;
    expect(again?.lineage).toHaveLength(1);
  });
});

test('a file that is no map is refused with its name and a reason', async () => {
  const file = new File(['<html>'], 'page.json');
  const { name, result } = await readMapFile(file);
  expect(name).toBe('page.json');
  expect(result.outcome).toBe('refused');
});

test('a file over the limit is refused without reading it whole', async () => {
  const file = new File([new Uint8Array(51 * 1024 * 1024)], 'big.json');
  const { result } = await readMapFile(file);
  expect(result.problems[0]?.code).toBe('too-large');
});

describe('what cannot be read', () => {
  const codeOf = async (file: File) => (await readMapFile(file)).result.problems[0]?.code;

  test('is a file that has changed since it was dropped, not an empty one', async () => {
    const gone = new File(['{}'], 'gone.json');
    gone.arrayBuffer = () => Promise.reject(new DOMException('changed', 'NotReadableError'));
    expect(await codeOf(gone)).toBe('changed');
    const grown = new File(['{}'], 'grown.json');
    grown.arrayBuffer = () => Promise.resolve(new ArrayBuffer(3));
    expect(await codeOf(grown)).toBe('changed');
    expect(await codeOf(new File([], 'empty.json'))).toBe('empty');
  });

  test('is a folder, which is told from the files dropped with it', async () => {
    const item = (name: string, isDirectory: boolean, file: File | null) => ({
      kind: 'file',
      getAsFile: () => file,
      webkitGetAsEntry: () => ({ name, isDirectory }),
    });
    const items = [
      item('maps', true, new File(['x'.repeat(4_096)], 'maps')),
      item('others', true, null),
      item('empty.json', false, new File([], 'empty.json')),
      { kind: 'string' },
    ] as unknown as DataTransferItemList;
    const dropped = droppedFiles({ items, files: [] as unknown as FileList });
    expect(dropped.map(({ name }) => name)).toEqual(['maps', 'others', 'empty.json']);
    expect(await Promise.all(dropped.map(codeOf))).toEqual(['folder', 'folder', 'empty']);
  });
});

test('an XState machine of other people opens as a map, with the list of what was not carried', async () => {
  const machine = {
    id: 'lamp',
    initial: 'off',
    states: {
      off: { on: { press: 'on' } },
      on: { after: { 1000: 'off' }, invoke: { src: 'glow' } },
    },
  };
  const { result, notCarried } = await readMapFile(
    new File([JSON.stringify(machine)], 'lamp.json'),
  );
  expect(result.outcome).toBe('opened');
  expect(Object.values(result.map?.touchpoints ?? {}).map(({ name }) => name)).toContain('on');
  expect(notCarried.length).toBeGreaterThan(0);
});
