import { sankey } from 'd3-sankey';
import { inOrder } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { FlowEnd, FlowLink, FlowPlace } from './stageFlow';

/** Ends from top to bottom. */
const ENDS = [
  'success',
  'neutral',
  'in-journey',
  'loss',
  'drop-off',
  'cut-off',
] as const satisfies readonly FlowEnd[];

/** A stage of the flow, or an end. */
export interface DrawnPlace {
  readonly key: string;
  readonly isStage: boolean;
}

/** Customers from a stage to a place, as they are drawn. */
export interface FlowBand {
  readonly key: string;
}

/** Where the flow is drawn, in units of its drawing. */
export interface FlowBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The key of a place of the flow: a stage's id, or the end itself. */
export const placeKeyOf = (place: FlowPlace): string =>
  place.kind === 'stage' ? place.id : place.end;

/** The places that somebody comes to, stages in their order and then the ends. */
export function flowNodes(map: JourneyMap, links: readonly FlowLink[]): DrawnPlace[] {
  const used = new Set(links.flatMap(({ from, to }) => [from, placeKeyOf(to)]));
  const stages = inOrder(map.stages).map(([key]) => ({ key, isStage: true }));
  const ends = ENDS.map((key) => ({ key, isStage: false }));
  return [...stages, ...ends].filter(({ key }) => used.has(key));
}

/** Places from left to right and the bands between them, as thick as customers are many. */
export function flowLayout(map: JourneyMap, links: readonly FlowLink[], box: FlowBox) {
  const nodes = flowNodes(map, links);
  const indexOf = (key: string) => nodes.findIndex((node) => node.key === key);
  return sankey<DrawnPlace, FlowBand>()
    .nodeWidth(10)
    .nodePadding(18)
    .nodeSort((a, b) => indexOf(a.key) - indexOf(b.key))
    .extent([
      [box.left, box.top],
      [box.right, box.bottom],
    ])({
    nodes,
    links: links.map(({ from, to, customers }) => ({
      key: `${from}>${placeKeyOf(to)}`,
      source: indexOf(from),
      target: indexOf(placeKeyOf(to)),
      value: customers,
    })),
  });
}
