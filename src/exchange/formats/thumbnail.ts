import { type Band, bandsOf, cardsOf, type Rect, routesOf } from '../../map/layout';
import { type Color, type JourneyMap, type Touchpoint } from '../../map/schema';

/** Width to height of the picture. */
const RATIO = 2;
/** Beyond this many cards and transitions nobody sees the difference in so small a picture. */
const MOST = 400;
/** Up to so many transitions are drawn along their routes on the map; more are straight lines. */
const MOST_ROUTED = 150;

/**
 * The middle tones of the colours, which show on light and on dark: a picture is shown as an image,
 * where the tokens of the page do not reach.
 */
export const TONES: Readonly<Record<Color, string>> = {
  grey: '#707772',
  red: '#ce3440',
  orange: '#d56402',
  amber: '#b78006',
  lime: '#789403',
  green: '#1e9348',
  teal: '#089081',
  cyan: '#028ca8',
  blue: '#0573ce',
  indigo: '#4e55d3',
  violet: '#8947ce',
  pink: '#c73a85',
};

const OUTCOMES = { success: TONES.green, loss: TONES.red, neutral: TONES.grey } as const;

/** A small picture of a map as SVG text: its stages and what lies in them, without a word of it. */
export function thumbnailOf(map: JourneyMap): string {
  const bands = bandsOf(map);
  const frame = frameOf(bands);
  const cards = [...cardsOf(map, bands)].slice(0, MOST);
  const boxes = new Map(cards);
  const parts = [
    ...bands.map((band) => bandOf(band, frame, toneOf(map, band.stage))),
    ...linesOf(map, boxes),
    ...cards.map(([id, rect]) => cardOf(map, rect, map.touchpoints[id])),
  ];
  const view = [frame.x, frame.y, frame.width, frame.height].map(Math.round).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view}">${parts.join('')}</svg>`;
}

/** What the picture shows: all bands, made taller or wider until it has its ratio. */
function frameOf(bands: readonly Band[]): Rect {
  const [first, last] = [bands[0], bands.at(-1)];
  if (!first || !last) return { x: 0, y: 0, width: RATIO, height: 1 };
  const width = last.x + last.width - first.x;
  const height = Math.max(first.height, width / RATIO);
  const room = Math.max(0, height * RATIO - width);
  return {
    x: first.x - room / 2,
    y: first.y - (height - first.height) / 2,
    width: width + room,
    height,
  };
}

function toneOf(map: JourneyMap, stage: string | null): string {
  return TONES[(stage === null ? undefined : map.stages[stage]?.color) ?? 'grey'];
}

function bandOf(band: Band, frame: Rect, tone: string): string {
  return rectOf({ ...band, y: frame.y, height: frame.height }, tone, 0, 0.14);
}

function cardOf(map: JourneyMap, rect: Rect, touchpoint: Touchpoint | undefined): string {
  if (!touchpoint) return '';
  const { kind, outcome, stage } = touchpoint;
  const isEnd = kind === 'outcome';
  const tone = isEnd ? OUTCOMES[outcome] : toneOf(map, stage);
  return rectOf(rect, tone, isEnd || kind === 'entry' ? rect.height / 2 : 16, 0.9);
}

function rectOf({ x, y, width, height }: Rect, tone: string, radius: number, opacity: number) {
  const [left, top, w, h, r] = [x, y, width, height, radius].map(Math.round);
  return `<rect x="${left}" y="${top}" width="${w}" height="${h}" rx="${r}" fill="${tone}" fill-opacity="${opacity}"/>`;
}

function linesOf({ transitions }: JourneyMap, boxes: ReadonlyMap<string, Rect>): string[] {
  const joins = Object.entries(transitions)
    .slice(0, MOST)
    .map(([id, { from, to }]) => ({ id, from, to }));
  const paths =
    joins.length > MOST_ROUTED
      ? joins.map(({ from, to }) => straight(boxes.get(from), boxes.get(to)))
      : Array.from(routesOf(boxes, joins).values(), ({ path }) => rounded(path));
  return paths.map((path) =>
    path === ''
      ? ''
      : `<path d="${path}" fill="none" stroke="${TONES.grey}" stroke-opacity="0.6" stroke-width="9"/>`,
  );
}

/** Path data in whole units, which is finer than anybody sees here. */
function rounded(path: string): string {
  return path.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number))));
}

function straight(from: Rect | undefined, to: Rect | undefined): string {
  if (!from || !to || from === to) return '';
  const [x1, y1, x2, y2] = [
    from.x + from.width / 2,
    from.y + from.height / 2,
    to.x + to.width / 2,
    to.y + to.height / 2,
  ].map(Math.round);
  return `M${x1} ${y1}L${x2} ${y2}`;
}
