import type { AttributeValue, Clause } from '../../../map/schema';
import type { Access, Actual } from '../../../rules';
import { type IdKey, keyOfId } from '../../chance';

/** Where each record stands in the engine's arrays. */
export interface Places {
  readonly touchpoints: ReadonlyMap<string, number>;
  readonly transitions: ReadonlyMap<string, number>;
  readonly attributes: ReadonlyMap<string, number>;
  /** Campaigns that act. */
  readonly campaigns: ReadonlyMap<string, number>;
}

/** The customer as compiled rules read them: by index, without a look-up. */
export interface CustomerView {
  readonly attributes: readonly (AttributeValue | null)[];
  readonly visits: Int32Array;
  readonly passVisits: Int32Array;
  readonly taken: Int32Array;
  readonly passTaken: Int32Array;
  readonly contacts: Int32Array;
  readonly personaId: string | null;
  readonly revenue: number;
  isMember(segment: number): boolean;
  /** Days since the arrival. */
  days(): number;
  today(): string;
  armName(campaign: number): string;
  /** The customer's draw for a random-share clause. */
  share(clause: IdKey): number;
}

/** What the rules of a map need to have counted. */
export interface Needs {
  /** Counts since the last entry. */
  pass: boolean;
  /** Times a transition was taken. */
  taken: boolean;
}

/** How a compiled rule reads a customer. What is not in the map was never visited, taken or set. */
export function accessTo(
  places: Places,
  segmentAt: ReadonlyMap<string, number>,
  needs: Needs,
): Access<CustomerView> {
  return {
    today: (state) => state.today(),
    reader: (clause) => {
      if ('scope' in clause && clause.scope === 'pass') needs.pass = true;
      if (clause.kind === 'taken') needs.taken = true;
      return readerOf(clause, places);
    },
    member: (segment) => {
      const index = segmentAt.get(segment)!;
      return (state) => state.isMember(index);
    },
  };
}

type Reader = (state: CustomerView) => Actual;

function readerOf(clause: Exclude<Clause, { kind: 'segment' }>, places: Places): Reader {
  const at = (index: number | undefined, read: (index: number) => Reader, none: Actual): Reader =>
    index === undefined ? () => none : read(index);
  switch (clause.kind) {
    case 'attribute':
      return at(
        places.attributes.get(clause.attribute),
        (i) => (state) => state.attributes[i]!,
        null,
      );
    case 'visits':
      return at(
        places.touchpoints.get(clause.touchpoint),
        clause.scope === 'pass'
          ? (i) => (state) => state.passVisits[i]!
          : (i) => (state) => state.visits[i]!,
        0,
      );
    case 'taken':
      return at(
        places.transitions.get(clause.transition),
        clause.scope === 'pass'
          ? (i) => (state) => state.passTaken[i]!
          : (i) => (state) => state.taken[i]!,
        0,
      );
    case 'contacts':
      return at(places.campaigns.get(clause.campaign), (i) => (state) => state.contacts[i]!, 0);
    case 'arm':
      return at(places.campaigns.get(clause.campaign), (i) => (state) => state.armName(i), null);
    case 'days':
      return (state) => state.days();
    case 'revenue':
      return (state) => state.revenue;
    case 'today':
      return (state) => state.today();
    case 'everyone':
      return () => null;
    case 'persona':
      return (state) => state.personaId;
    case 'share': {
      const key = keyOfId(clause.id);
      return (state) => state.share(key);
    }
  }
}
