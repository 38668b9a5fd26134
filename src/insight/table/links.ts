import { type Language } from '../../language';
import { listUnder } from '../../map/basics';
import { inOrder, outgoing } from '../../map/records';
import type { CollectionName, Color, JourneyMap, Touchpoint } from '../../map/schema';
import type { RunResult } from '../../simulation/results';
import { marksOf } from '../kpis';
import { nameOf } from '../../map/records';

/** The colour of a chip: one a person chose, or how a KPI stands. */
type Tone = Color | 'met' | 'watch' | 'missed';

/** A record as a chip in a cell. */
export interface Link {
  readonly collection: CollectionName;
  readonly id: string;
  readonly name: string;
  /** A KPI's value as it stands. */
  readonly value?: string;
  readonly tone: Tone;
}

/** A kind of record that a cell of the table can link to. */
export type LinkKind =
  'kpis' | 'campaigns' | 'segments' | 'pains' | 'gains' | 'opportunities' | 'messages';
/** All of them. */
export const LINK_KINDS = [
  'kpis',
  'campaigns',
  'segments',
  'pains',
  'gains',
  'opportunities',
  'messages',
] as const satisfies readonly LinkKind[];

/** The chips of each touchpoint, lane by lane. */
export type Links = Readonly<Record<LinkKind, ReadonlyMap<string, readonly Link[]>>>;

const KPI_TONES = { met: 'met', watch: 'watch', missed: 'missed', unknown: 'grey' } as const;

/** What each touchpoint is linked with; KPIs show what the run says, else their latest actual. */
export function linksOf(map: JourneyMap, run: RunResult | null, language: Language): Links {
  const { t } = language;
  const named = (collection: CollectionName, id: string, tone: Tone): Link => {
    return { collection, id, name: nameOf(map, collection, id, t), tone };
  };
  const found = (collection: 'pains' | 'gains' | 'opportunities' | 'campaigns', tone: Tone) => {
    const links = new Map<string, Link[]>();
    for (const [id, record] of inOrder<{ order: string; touchpoints: object }>(map[collection])) {
      const color = segmentColor(map, record) ?? tone;
      for (const touchpoint of Object.keys(record.touchpoints)) {
        listUnder(links, touchpoint, named(collection, id, color));
      }
    }
    return links;
  };
  const kpis = new Map<string, Link[]>();
  for (const [touchpoint, marks] of Object.entries(marksOf(map, [], run, language))) {
    for (const { id, value, state } of marks.kpis) {
      listUnder(kpis, touchpoint, { ...named('kpis', id, KPI_TONES[state]), value });
    }
  }
  const segments = new Map<string, Link[]>();
  const messages = new Map<string, Link[]>();
  for (const [id, touchpoint] of Object.entries(map.touchpoints)) {
    for (const segment of segmentsAt(map, id, touchpoint)) {
      listUnder(segments, id, named('segments', segment, map.segments[segment]?.color ?? 'grey'));
    }
    for (const [, { segment, text }] of inOrder(touchpoint.messages)) {
      const to =
        segment === null ? t('table.message.everyone') : nameOf(map, 'segments', segment, t);
      const tone = (segment !== null && map.segments[segment]?.color) || 'grey';
      listUnder(messages, id, { collection: 'touchpoints', id, name: text || to, value: to, tone });
    }
  }
  return {
    kpis,
    segments,
    messages,
    campaigns: found('campaigns', 'grey'),
    pains: found('pains', 'red'),
    gains: found('gains', 'blue'),
    opportunities: found('opportunities', 'grey'),
  };
}

function segmentColor(map: JourneyMap, record: object): Tone | undefined {
  const { segment } = record as { segment?: string | null };
  return typeof segment === 'string' ? map.segments[segment]?.color : undefined;
}

/** Segments something is different for here: a campaign, a message, a weight or a transition out. */
function segmentsAt(map: JourneyMap, id: string, touchpoint: Touchpoint): Set<string> {
  const found = new Set<string>();
  for (const { segment, touchpoints } of Object.values(map.campaigns)) {
    if (segment !== null && Object.hasOwn(touchpoints, id)) found.add(segment);
  }
  for (const { segment } of Object.values(touchpoint.messages)) {
    if (segment !== null) found.add(segment);
  }
  for (const segment of Object.keys(touchpoint.weight.bySegment)) found.add(segment);
  for (const [, { chance }] of outgoing(map).get(id) ?? []) {
    for (const segment of Object.keys(chance.bySegment)) found.add(segment);
  }
  return found;
}
