import { expect, it } from 'vitest';
import { JourneyMap } from '../../src/map/schema';
import { openStorage } from '../../src/storage';

it('smoke', async () => {
  const s = await openStorage({ channel: null, name: 'smoke' });
  expect(s.status.state).toBe('ready');
  const map = JourneyMap.parse({ format: 'journey-map', version: 1, id: 'aaaaaaaaaaaaaaaa' });
  await s.create(map);
  const r = await s.append({
    mapId: map.id,
    expectedHead: 0,
    entries: [
      {
        id: 'x',
        gesture: 'g',
        kind: 'edit',
        label: 'l',
        patches: [{ op: 'replace', path: ['title'], value: 'T' }],
        inverse: [{ op: 'replace', path: ['title'], value: '' }],
      },
    ],
  });
  expect(r.status).toBe('saved');
  const o = await s.openMap(map.id);
  expect(o?.map.title).toBe('T');
  expect(o?.undo.length).toBe(1);
  expect((await s.list())[0]?.title).toBe('T');
  await s.rename(map.id, 'U');
  expect((await s.list())[0]?.title).toBe('U');
  await s.close();
});
