import { CARD_SIZE } from '../../map/layout';
import type { Touchpoint } from '../../map/schema';

const { width: w, height: h } = CARD_SIZE;
const R = 12;
const CUT = 22;

/** The outline of a card by kind: people come in through a notch, decide at a point, end round. */
export const SILHOUETTES: Readonly<Record<Touchpoint['kind'], string>> = {
  touchpoint: `M${R} .5H${w - R}A${R} ${R} 0 0 1 ${w - 0.5} ${R}V${h - R}A${R} ${R} 0 0 1 ${w - R} ${h - 0.5}H${R}A${R} ${R} 0 0 1 .5 ${h - R}V${R}A${R} ${R} 0 0 1 ${R} .5Z`,
  entry: `M${h / 2} .5H${w - R}A${R} ${R} 0 0 1 ${w - 0.5} ${R}V${h - R}A${R} ${R} 0 0 1 ${w - R} ${h - 0.5}H${h / 2}A${h / 2 - 0.5} ${h / 2 - 0.5} 0 0 1 ${h / 2} .5Z`,
  decision: `M${CUT} .5H${w - CUT}L${w - 0.5} ${h / 2}L${w - CUT} ${h - 0.5}H${CUT}L.5 ${h / 2}Z`,
  outcome: `M${R} .5H${w - h / 2}A${h / 2 - 0.5} ${h / 2 - 0.5} 0 0 1 ${w - h / 2} ${h - 0.5}H${R}A${R} ${R} 0 0 1 .5 ${h - R}V${R}A${R} ${R} 0 0 1 ${R} .5Z`,
};
