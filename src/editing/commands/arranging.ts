import { type Edit } from '../../map/edits';
import { around, bottom, cardsOf, notesOf, type Rect, right } from '../../map/layout';
import { type JourneyMap } from '../../map/schema';
import { moveBy } from './placing';

type Rects = ReadonlyMap<string, Rect>;
/** `center` is the middle across, `middle` the one down. */
export type AlignmentEdge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';

function rectsOf(map: JourneyMap, ids: readonly string[]): Rects {
  const chosen = new Set(ids);
  return new Map([...cardsOf(map), ...notesOf(map)].filter(([id]) => chosen.has(id)));
}

/** One edit that moves each rectangle to where `to` wants it; stages change with the band. */
function rearranged(map: JourneyMap, rects: Rects, to: Rects): Edit {
  const moves = [...rects].map(([id, rect]) => {
    const goal = to.get(id) ?? rect;
    return moveBy(map, new Map([[id, rect]]), { x: goal.x - rect.x, y: goal.y - rect.y }).edit;
  });
  return (draft) => {
    for (const move of moves) move(draft);
  };
}

/** Where a rectangle goes within the box around all. */
const EDGES: Readonly<Record<AlignmentEdge, (rect: Rect, box: Rect) => Rect>> = {
  left: (rect, box) => ({ ...rect, x: box.x }),
  center: (rect, box) => ({ ...rect, x: box.x + (box.width - rect.width) / 2 }),
  right: (rect, box) => ({ ...rect, x: right(box) - rect.width }),
  top: (rect, box) => ({ ...rect, y: box.y }),
  middle: (rect, box) => ({ ...rect, y: box.y + (box.height - rect.height) / 2 }),
  bottom: (rect, box) => ({ ...rect, y: bottom(box) - rect.height }),
};

/** Touchpoints and notes with one edge, or their middles, in line. */
export function aligned(map: JourneyMap, ids: readonly string[], edge: AlignmentEdge): Edit {
  const rects = rectsOf(map, ids);
  const box = around(rects.values());
  const to = box && new Map([...rects].map(([id, rect]) => [id, EDGES[edge](rect, box)]));
  return rearranged(map, rects, to ?? rects);
}

/** Makes the gaps between neighbours equal; the outermost stay. */
export function distributed(
  map: JourneyMap,
  ids: readonly string[],
  axis: 'across' | 'down',
): Edit {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const rects = rectsOf(map, ids);
  const row = [...rects].sort(([, a], [, b]) => a[at] - b[at]);
  const [first, last] = [row[0]?.[1], row.at(-1)?.[1]];
  const to = new Map<string, Rect>();
  if (first && last) {
    const filled = row.reduce((sum, [, rect]) => sum + rect[size], 0);
    const gap = (last[at] + last[size] - first[at] - filled) / (row.length - 1);
    let next = first[at];
    for (const [id, rect] of row) {
      to.set(id, { ...rect, [at]: next });
      next += rect[size] + gap;
    }
  }
  return rearranged(map, rects, to);
}
