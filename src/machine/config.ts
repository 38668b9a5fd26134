import type { Delay, Rule } from '../map/schema';

/**
 * The part of an XState v5 machine config that a journey map needs: plain JSON, references instead
 * of functions. `createMachine` and Stately's tools take it as it is.
 */
export interface MachineConfigJson {
  id: string;
  description?: string;
  initial: string;
  /** A cycle of decisions throws after so many microsteps instead of hanging. */
  options: { maxIterations: number };
  meta: MapMeta;
  on: Record<string, TransitionJson>;
  states: Record<string, StateJson>;
}

/** A state of the machine as it is written. */
export interface StateJson {
  id: string;
  type?: 'final';
  /** The record's name: state ids never say it. */
  description?: string;
  tags?: string[];
  initial?: string;
  meta: StateMeta;
  entry?: ActionJson[];
  on?: Record<string, TransitionJson>;
  always?: TransitionJson[];
  states?: Record<string, StateJson>;
}

/** A transition of the machine as it is written. */
export interface TransitionJson {
  /** Always absolute: `#` and a state id. */
  target: string;
  /** The transition's label. */
  description?: string;
  guard?: GuardJson;
  reenter?: true;
  actions?: ActionJson[];
  meta: TransitionMeta;
}

/** Holds when the customer fits the rule; the one guard a journey needs. */
export interface GuardJson {
  type: 'rule';
  params: { rule: Rule };
}

/** What happens on a transition or on entry, by reference. Every id is a map id. */
export type ActionJson =
  /** Let the drawn delay pass on the customer's clock. */
  | { type: 'wait'; params: { transition: string; delay: Delay } }
  /** Remember that the transition was taken. */
  | { type: 'take'; params: { transition: string } }
  /** Leave the journey at a decision without a rule that holds; `after` in days. */
  | { type: 'leave'; params: { touchpoint: string; after: number; reason: 'no-rule-held' } }
  | { type: 'visit'; params: { touchpoint: string } }
  /** Book money, in major units, of the transition taken or of the touchpoint entered. */
  | {
      type: 'book';
      params: { transition?: string; touchpoint?: string; cost: number; revenue: number };
    }
  /** The effect's record under its id. */
  | { type: 'effect'; params: { id: string } & Record<string, unknown> }
  | { type: 'feel'; params: { touchpoint: string } }
  | { type: 'contact'; params: { touchpoint: string; campaign: string } }
  | { type: 'price'; params: { touchpoint: string; monthlyPrice: number } };

/** What a machine has no word for; a record without the fields that are at their default. */
export type MetaRecord = Record<string, unknown>;

/** What the root of a machine of ours keeps of its map. */
export interface MapMeta {
  kind: 'journey-map';
  version: 1;
  /** The map without stages, touchpoints and transitions. */
  map: MetaRecord;
  /** Transitions no machine can have: out of an outcome, or with an end that is missing. */
  loose?: Record<string, unknown>;
}

/** What a state of ours keeps of its record. */
export type StateMeta =
  | { kind: 'stage' | 'touchpoint'; id: string; record: MetaRecord }
  | { kind: 'start' | 'left' | 'unsorted' };

/** What a transition of ours keeps of its record. */
export type TransitionMeta =
  | { kind: 'transition'; id: string; record: MetaRecord }
  /** From the start to an entry. */
  | { kind: 'arrival' }
  /** Into the drop-off state. */
  | { kind: 'leave' };

/** Where every customer is before their entry. */
export const START = '~start';
/** Where everybody who drops off ends. */
export const LEFT = '~left';
/** The event of dropping off, possible anywhere. */
export const LEAVE = '~leave';
/** The column of touchpoints without a stage. */
export const UNSORTED = '~unsorted';
/** Tag of the state for customers who dropped off. */
export const DROP_OFF_TAG = 'drop-off';
/** As many as a walk may have entries. */
export const MAX_ITERATIONS = 10_000;

/** Key and id of the state of a record. */
export const stageState = (id: string): string => `stage_${id}`;
/** Id of the state of a touchpoint. */
export const touchpointState = (id: string): string => `touchpoint_${id}`;
