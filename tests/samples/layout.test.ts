import { expect, test } from 'vitest';
import { bandsOf, cardsOf, notesOf } from '../../src/map/layout';
import { overlaps } from '../../src/map/layout/geometry';
import { SAMPLE_IDS } from '../../src/samples';
import { sampleMap } from './read';

test.each(SAMPLE_IDS)('nothing on %s lies over anything else, and all is inside its band', (id) => {
  const map = sampleMap(id);
  const bands = bandsOf(map);
  const boxes = [...cardsOf(map, bands).values(), ...notesOf(map, bands).values()];
  const covered = boxes.filter((box, i) =>
    boxes.slice(i + 1).some((other) => overlaps(box, other)),
  );
  expect(covered).toEqual([]);
  for (const box of boxes) {
    const band = bands.find(({ x, width }) => box.x >= x && box.x < x + width);
    expect(band && box.x + box.width <= band.x + band.width && box.y >= 0).toBe(true);
  }
});
