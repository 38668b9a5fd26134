import { around, bottom, type Point, type Rect, right } from './geometry';

/** A line shown while dragging: what the dragged box is level with, or an equal gap. */
export interface Guide {
  readonly kind: 'edge' | 'gap';
  readonly from: Point;
  readonly to: Point;
}

interface Snapped {
  /** To add to the dragged box. */
  readonly shift: Point;
  readonly guides: readonly Guide[];
}

interface Candidate {
  readonly by: number;
  readonly guides: (shifted: Rect) => Guide[];
}

/**
 * Aligns a dragged box with its surroundings: edges and middles of others, and gaps as wide as one
 * next to it. `reach` is how near is near enough; each axis snaps to its nearest candidate.
 */
export function snapTo(box: Rect, others: readonly Rect[], reach: number): Snapped {
  const level = nearest(upright(box, others), reach);
  const upwards = nearest(upright(flip(box), others.map(flip)), reach);
  const shift = { x: level?.by ?? 0, y: upwards?.by ?? 0 };
  const moved = { ...box, x: box.x + shift.x, y: box.y + shift.y };
  return {
    shift,
    guides: [
      ...(level?.guides(moved) ?? []),
      ...(upwards?.guides(flip(moved)) ?? []).map(flipGuide),
    ],
  };
}

function nearest(candidates: readonly Candidate[], reach: number): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) {
    const by = Math.abs(candidate.by);
    if (by <= reach && (!best || by < Math.abs(best.by))) best = candidate;
  }
  return best;
}

/** What the box may be aligned with by moving sideways. */
function upright(box: Rect, others: readonly Rect[]): Candidate[] {
  const candidates: Candidate[] = [];
  const edgesOf = (rect: Rect) => [rect.x, rect.x + rect.width / 2, right(rect)];
  for (const other of others) {
    edgesOf(other).forEach((edge, which) => {
      const own = edgesOf(box)[which] ?? 0;
      candidates.push({ by: edge - own, guides: (moved) => [edgeGuide(edge, moved, other)] });
    });
  }
  const beside = others
    .filter((other) => other.y < bottom(box) && bottom(other) > box.y)
    .sort((a, b) => a.x - b.x);
  for (const [index, a] of beside.entries()) {
    const b = beside[index + 1];
    if (!b) break;
    const gap = b.x - right(a);
    if (gap <= 0) continue;
    const between = (x1: number, x2: number) => (moved: Rect) => [
      gapGuide(right(a), b.x, moved),
      gapGuide(x1, x2, moved),
    ];
    candidates.push({ by: right(b) + gap - box.x, guides: between(right(b), right(b) + gap) });
    candidates.push({ by: a.x - gap - right(box), guides: between(a.x - gap, a.x) });
    const middle = (right(a) + b.x - box.width) / 2;
    if (gap > box.width) {
      candidates.push({
        by: middle - box.x,
        guides: (moved) => [gapGuide(right(a), moved.x, moved), gapGuide(right(moved), b.x, moved)],
      });
    }
  }
  return candidates;
}

function edgeGuide(x: number, moved: Rect, other: Rect): Guide {
  const box = around([moved, other]) ?? moved;
  return { kind: 'edge', from: { x, y: box.y - 12 }, to: { x, y: bottom(box) + 12 } };
}

function gapGuide(x1: number, x2: number, moved: Rect): Guide {
  const y = moved.y + moved.height / 2;
  return { kind: 'gap', from: { x: x1, y }, to: { x: x2, y } };
}

/** Mirrors at the diagonal, so that one piece of code serves both axes. */
function flip({ x, y, width, height }: Rect): Rect {
  return { x: y, y: x, width: height, height: width };
}

function flipGuide({ kind, from, to }: Guide): Guide {
  return { kind, from: { x: from.y, y: from.x }, to: { x: to.y, y: to.x } };
}
