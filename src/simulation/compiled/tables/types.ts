import type { AttributeValue } from '../../../map/schema';
import type { IsScheduled } from '../../setup';
import type { Compiled } from '../../../rules';
import type { IdKey, Quantile } from '../../chance';
import type { CustomerView } from './access';

/** A rule as a function of the customer who walks. */
export type CustomerTest = Compiled<CustomerView>;

/** Money of one visit or one passage; null where there is none. */
export interface BookedMoney {
  /** Kinds in the order of `setup/moneyKinds`, each with its amount; none is 0. */
  readonly kinds: readonly number[];
  readonly amounts: readonly number[];
  readonly revenue: number;
}

/** A value that members of a segment have instead of the base. */
export interface SegmentRow {
  readonly segment: number;
  readonly value: number;
}

/** A factor or a change a campaign brings, for everybody (arm −1) or for one arm. */
export interface CampaignChange {
  readonly campaign: number;
  readonly arm: number;
  readonly by: number;
}

/** A transition, ready to be taken. */
export interface TransitionTable {
  readonly index: number;
  /** Its index among the branches of the map. */
  readonly branch: number;
  readonly to: number;
  readonly when: CustomerTest | null;
  readonly base: number;
  readonly rows: readonly SegmentRow[];
  readonly lifts: readonly CampaignChange[];
  /** Null where the delay is always `days`. */
  readonly delay: Quantile<number> | null;
  readonly days: number;
  /** Of an exponential delay; 0 = another family. */
  readonly mean: number;
  readonly money: BookedMoney | null;
}

/** The kinds of touchpoints. */
export type Kind = 'entry' | 'touchpoint' | 'decision' | 'outcome';

/** What a visit makes of an attribute; −1 = one that is gone. */
export interface AttributeEffect {
  readonly attribute: number;
  readonly apply: (now: AttributeValue | null) => AttributeValue | undefined;
}

/** A campaign that contacts customers on a visit. */
export interface Touch {
  readonly campaign: number;
  /** −1 = everybody. */
  readonly segment: number;
}

/** A touchpoint, ready to be entered. */
export interface TouchpointTable {
  readonly index: number;
  readonly key: IdKey;
  readonly kind: Kind;
  /** −1 = none. */
  readonly stage: number;
  readonly milestone: number;
  /** See `isLost`. */
  readonly isLost: boolean;
  readonly money: BookedMoney | null;
  readonly effects: readonly AttributeEffect[];
  /** Emotion by persona (the last for none); NaN = not said. Null where nothing is said at all. */
  readonly emotions: Float64Array | null;
  readonly emotionChanges: readonly CampaignChange[];
  readonly touches: readonly Touch[];
  /** Null leaves the plan price. */
  readonly price: number | null;
  readonly dropOffAfter: number;
  readonly transitions: readonly TransitionTable[];
  readonly otherwise: readonly TransitionTable[];
  /** Its first branch; the other transitions follow, those marked *otherwise*, and the drop-off. */
  readonly first: number;
  /** Cumulative chances where nothing about them depends on the customer. */
  readonly limits: Float64Array | null;
  /** Which of its branches takes what the limits leave of 1. */
  readonly rest: number;
  /** Segments whose answer may change on entry. */
  readonly invalidates: readonly number[];
  /** The same, and those that an entry or a campaign may change; not those that may change at any time. */
  readonly watched: readonly number[];
  /** Nothing but the visit itself happens on entry. */
  readonly isPlain: boolean;
}

/** A campaign that acts. */
export interface CampaignTable {
  readonly id: string;
  readonly key: IdKey;
  readonly controlShare: number;
  /** `control`, then the variants or `treated`. */
  readonly arms: readonly string[];
  readonly pick: Quantile<number>;
  readonly perContact: number;
  readonly fixed: number;
  readonly maxContacts: number;
  readonly lastsDays: number;
  readonly isScheduled: IsScheduled;
  /** Segments whose answer may change with a contact. */
  readonly invalidates: readonly number[];
}
