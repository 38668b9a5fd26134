import type { AttributeValue, Touchpoint } from '../../../map/schema';
import type { IsScheduled, RunSetup } from '../../setup';
import type { Coarseness, CompiledRule } from './situation';
import type { StateVariables } from './stateVariables';
import type { Wait } from './waits';

/**
 * Which state variables can still matter: on coming to a touchpoint (`in`), and once everything on entry is
 * done (`out`). What is not live is forgotten, so that customers who differ in nothing that will be
 * read are in one state. `unwatched` is the same without what only a watched segment reads.
 */
export interface Liveness {
  readonly in: readonly Uint8Array[];
  readonly out: readonly Uint8Array[];
  readonly unwatched: { readonly in: readonly Uint8Array[]; readonly out: readonly Uint8Array[] };
}

/** Money booked at one entry or passage: costs by `COST_KINDS`. */
export interface MoneyModel {
  readonly costs: readonly number[];
  readonly revenue: number;
}

/** A value that members of a segment have instead of the base. */
export interface RowModel extends CompiledRule {
  readonly segment: string;
  readonly value: number;
}

/** What a campaign multiplies a chance by, for customers in an arm. */
export interface Lift {
  readonly campaign: number;
  /** −1 = every arm. */
  readonly arm: number;
  readonly factor: number;
}

/** A transition with everything that decides about it; other records are named by their index. */
export interface TransitionModel {
  readonly index: number;
  readonly id: string;
  readonly to: number;
  readonly when: CompiledRule | null;
  readonly base: number;
  readonly rows: readonly RowModel[];
  readonly lifts: readonly Lift[];
  readonly wait: number;
  readonly money: MoneyModel;
}

/** A campaign that touches a touchpoint, and whom it contacts there. */
export interface TouchModel {
  readonly campaign: number;
  readonly segment: CompiledRule | null;
}

/** An effect on an attribute. */
export interface AttributeChange {
  readonly variable: number;
  readonly isSet: boolean;
  readonly apply: (now: AttributeValue | null) => AttributeValue | undefined;
}

/** A touchpoint with everything that happens on a visit; other records are named by their index. */
export interface TouchpointModel {
  readonly index: number;
  readonly id: string;
  readonly kind: Touchpoint['kind'];
  readonly transitions: readonly TransitionModel[];
  readonly otherwise: readonly TransitionModel[];
  readonly touches: readonly TouchModel[];
  readonly changes: readonly AttributeChange[];
  readonly price: number | null;
  readonly money: MoneyModel;
  readonly milestone: number;
  readonly dropOffAfter: number;
  /** Slots the choice reads: rules, rows, lifts. */
  readonly choiceReads: readonly number[];
}

/** A campaign that acts; money per contact in the currency of the map. */
export interface CampaignModel {
  readonly id: string;
  /** `control` first. Variants that nothing distinguishes are one. */
  readonly arms: readonly { readonly name: string; readonly chance: number }[];
  readonly maxContacts: number;
  readonly lastsDays: number;
  readonly perContact: number;
  readonly fixedCost: number;
  readonly isScheduled: IsScheduled | null;
  readonly arm: number;
  readonly contacts: number;
  /** Days since the last contact; −1 where it works to the end of the walk. */
  readonly age: number;
}

/** An entry and its weights. */
export interface EntryModel {
  readonly touchpoint: number;
  readonly base: number;
  readonly rows: readonly RowModel[];
}

/**
 * What to watch for besides: who was ever a member of a segment, or came from some touchpoints (null
 * = from arrival) to others afterwards (null = any outcome), before any of `until`.
 */
export type Watched =
  | { readonly segment: string }
  | {
      readonly from: ReadonlySet<string> | null;
      readonly to: ReadonlySet<string> | null;
      readonly until: ReadonlySet<string>;
    };

/** What the model keeps besides what rules and prices read. */
export interface ModelOptions {
  /** Keep the plan price before every change, for the moves of MRR. */
  readonly moves: boolean;
  /** Keep which touchpoint set the price, for its gradient. */
  readonly priceSource: boolean;
  /** Distinguish members of fixed segments from the start. */
  readonly segments: boolean;
  readonly watch: Watched | null;
}

/** A map as the exact solver reads it. */
export interface ExactModel {
  readonly setup: RunSetup;
  readonly options: ModelOptions;
  readonly variables: StateVariables;
  readonly cuts: readonly Coarseness[];
  readonly caps: Float64Array;
  readonly touchpoints: readonly TouchpointModel[];
  readonly transitionIds: readonly string[];
  /** Money of each transition. */
  readonly moneyOf: readonly MoneyModel[];
  readonly personaIds: readonly string[];
  readonly campaigns: readonly CampaignModel[];
  readonly entries: readonly EntryModel[];
  readonly waits: readonly Wait[];
  readonly live: Liveness;
  /** Segments whose membership is settled on arrival. */
  readonly fixedSegments: readonly { readonly id: string; readonly rule: CompiledRule }[];
  readonly watchRule: CompiledRule | null;
  /** Counters that go up on entering a touchpoint, and on taking a transition. */
  readonly countedAt: readonly (readonly number[])[];
  readonly countedOn: readonly (readonly number[])[];
  /** Counters that begin again at an entry. */
  readonly passes: readonly number[];
  /** By touchpoint: the state variables that still matter after the entry; and without the watched ones. */
  readonly kept: readonly (readonly number[])[];
  readonly keptUnwatched: readonly (readonly number[])[];
  /** Slots by name; −1 = nothing needs it. */
  readonly at: Readonly<
    Record<'price' | 'paid' | 'clock' | 'days' | 'revenue' | 'acquired' | 'seen', number>
  >;
}
