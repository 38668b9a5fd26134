import { type Edit, recordIn } from '../../map/edits';
import {
  bandsOf,
  bottom,
  CARD_SIZE,
  cardsOf,
  grown,
  middle,
  notesOf,
  overlaps,
  PITCH,
  type Rect,
} from '../../map/layout';
import { type JourneyMap } from '../../map/schema';
import { type Place } from './command';
import { landing, LEAST_GAP, toGrid } from './placing';

/** Between two cards of one column, as tidy-up leaves it. */
const GAP = PITCH.y - CARD_SIZE.height;

/**
 * Makes room for a touchpoint put between others. In a column it moves below the one it covers from
 * beneath, and what lies below moves down, no further than needed. Between cards side by side it
 * takes the nearest free place above or below them.
 */
export function makeRoom(id: string): Edit {
  return (map) => {
    const cards = cardsOf(map);
    const own = cards.get(id);
    if (!own) return;
    const inColumn = (card: Rect) => Math.abs(card.x - own.x) < own.width * 0.6;
    const others = [...cards].filter(([other]) => other !== id);
    if (others.some(([, card]) => !inColumn(card) && overlaps(grown(card, LEAST_GAP), own))) {
      const { stage, x, y } = freeSpot(map, own, id);
      const touchpoint = recordIn(map, 'touchpoints', id);
      touchpoint.stage = stage;
      touchpoint.position = { x, y };
      return;
    }
    const column = others.filter(([, card]) => inColumn(card));
    const isUpper = (card: Rect) => middle(card).y < middle(own).y;
    const covered = column.filter(([, card]) => isUpper(card) && overlaps(card, own));
    const y = Math.max(own.y, ...covered.map(([, card]) => bottom(card) + GAP));
    recordIn(map, 'touchpoints', id).position.y = toGrid(y);
    let lowest = toGrid(y) + own.height;
    const lower = column.filter(([, card]) => !isUpper(card)).sort(([, a], [, b]) => a.y - b.y);
    for (const [other, card] of lower) {
      // The first that has room already leaves all below it where they are.
      if (card.y >= lowest + LEAST_GAP) return;
      recordIn(map, 'touchpoints', other).position.y = lowest + GAP;
      lowest += GAP + card.height;
    }
  };
}

/** The free place for a card, maybe one of the map, that is nearest to a point: above or below it. */
export function freeSpot(map: JourneyMap, corner: Rect, own?: string): Place {
  const bands = bandsOf(map);
  const items = [...cardsOf(map, bands), ...notesOf(map, bands)];
  const cards = items.filter(([id]) => id !== own).map(([, card]) => card);
  const isFree = (rect: Rect) => !cards.some((card) => overlaps(grown(card, LEAST_GAP), rect));
  const step = PITCH.y / 2;
  for (let tries = 0; tries < 40; tries++) {
    const by = Math.ceil(tries / 2) * step * (tries % 2 === 0 ? 1 : -1);
    const rect = { ...corner, y: corner.y + by };
    if (rect.y >= 0 && isFree(rect)) return placeOf(rect);
  }
  return placeOf(corner);

  function placeOf(rect: Rect): Place {
    const { stage, position } = landing(bands, rect);
    return { stage, ...position };
  }
}
