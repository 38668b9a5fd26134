import { inOrder } from '../map/records';
import type { Target } from '../map/schema';
import type { CheckContext } from './context';
import { target } from './names';

/** Touchpoints that no path from an entry leads to, and what is attached to them. */
export interface CutOffPiece {
  /** A touchpoint that no other of the piece leads to, or the first of a circle. */
  readonly first: string;
  /** The other touchpoints, in journey order. */
  readonly others: readonly string[];
  /** Campaigns that are attached to some of them. */
  readonly campaigns: readonly string[];
}

/**
 * What hangs together is one piece, and so are all touchpoints that hang on nothing: each deletion
 * leaves few. In journey order; linear in the size of the map.
 */
export function cutOffPieces(context: CheckContext): CutOffPiece[] {
  const { map, touchpoints, reachable, outOf, into } = context;
  const lost = touchpoints.map(([id]) => id).filter((id) => !reachable.has(id));
  const pieceOf = new Map<string, string[]>();
  const isOpen = (id: string) => !reachable.has(id) && !pieceOf.has(id);
  for (const start of lost) {
    if (!isOpen(start)) continue;
    const piece: string[] = [];
    const queue = [start];
    pieceOf.set(start, piece);
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const neighbours = [
        ...outOf(id).map(([, { to }]) => to),
        ...into(id).map(([, { from }]) => from),
      ];
      for (const next of neighbours.filter(isOpen)) {
        pieceOf.set(next, piece);
        queue.push(next);
      }
    }
  }
  // Filled in journey order.
  for (const id of lost) pieceOf.get(id)?.push(id);
  const campaigns = new Map<string[], string[]>();
  for (const [id, { touchpoints: at }] of inOrder(map.campaigns)) {
    const pieces = new Set(
      Object.keys(at).flatMap((touchpoint) => [pieceOf.get(touchpoint) ?? []]),
    );
    for (const piece of pieces) campaigns.set(piece, [...(campaigns.get(piece) ?? []), id]);
  }
  const pieces = [...new Set(pieceOf.values())];
  const alone = pieces.filter(({ length }) => length === 1);
  return pieces
    .filter((piece) => piece.length > 1 || piece === alone[0])
    .map((piece) => {
      const all = piece === alone[0] ? alone.flat() : piece;
      const first = beginningOf(all, context);
      const attached = (piece === alone[0] ? alone : [piece]).flatMap((each) => {
        return campaigns.get(each) ?? [];
      });
      return {
        first,
        others: all.filter((id) => id !== first),
        campaigns: [...new Set(attached)],
      };
    });
}

/** The first touchpoint that no other of the piece leads to; in a circle the first of all. */
function beginningOf(piece: readonly string[], { into }: CheckContext): string {
  const isIn = new Set(piece);
  const begins = piece.find(
    (id) => !into(id).some(([, { from }]) => from !== id && isIn.has(from)),
  );
  return begins ?? piece[0] ?? '';
}

/** Everything in a piece but its beginning. */
export function restOf({ others, campaigns }: CutOffPiece): Target[] {
  return [
    ...others.map((id) => target('touchpoints', id)),
    ...campaigns.map((id) => target('campaigns', id)),
  ];
}
