import { BAND, type Band, type Join, type Rect } from '../map/layout';
import type { JourneyMap } from '../map/schema';

type Folded = ReadonlySet<string>;

/** Stands for a folded stage where transitions end. */
export const summaryOf = (stage: string) => `summary:${stage}`;

/** Where the summary of a folded stage is drawn in its band. */
export function summaryRect(band: Band): Rect {
  const margin = 18;
  return { x: band.x + margin, y: 0, width: BAND.folded - 2 * margin, height: 190 };
}

/** What lies in no folded stage. */
export function outside(
  folded: Folded,
  items: Readonly<Record<string, { readonly stage: string | null }>>,
  rects: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, Rect> {
  if (folded.size === 0) return rects;
  return new Map([...rects].filter(([id]) => !folded.has(items[id]?.stage ?? '')));
}

/** The cards, and under `summaryOf(stage)` the summary of each folded stage: what transitions can end at. */
export function withSummaries(
  folded: Folded,
  bands: readonly Band[],
  cards: ReadonlyMap<string, Rect>,
): ReadonlyMap<string, Rect> {
  if (folded.size === 0) return cards;
  const stops = new Map(cards);
  for (const band of bands) {
    if (band.stage !== null && folded.has(band.stage)) {
      stops.set(summaryOf(band.stage), summaryRect(band));
    }
  }
  return stops;
}

/** Transitions as they run between summaries: those inside of one are not seen, and of several between two stops one is. */
export function foldedJoins(
  folded: Folded,
  touchpoints: JourneyMap['touchpoints'],
  joins: readonly Join[],
): readonly Join[] {
  if (folded.size === 0) return joins;
  const stopOf = (id: string) => {
    const stage = touchpoints[id]?.stage ?? null;
    return stage !== null && folded.has(stage) ? summaryOf(stage) : id;
  };
  const seen = new Set<string>();
  return joins.flatMap((join) => {
    const [from, to] = [stopOf(join.from), stopOf(join.to)];
    if (from === join.from && to === join.to) return [join];
    const key = `${from} ${to}`;
    if (from === to || seen.has(key)) return [];
    seen.add(key);
    return [{ ...join, from, to }];
  });
}
