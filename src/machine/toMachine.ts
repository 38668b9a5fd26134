import { listUnder } from '../map/basics';
import { touchpointsInJourneyOrder } from '../map/layout';
import { type RecordEntry, inOrder } from '../map/records';
import type { JourneyMap, Touchpoint, Transition } from '../map/schema';
import { actionsOfTransition, entryActionsOf } from './actions';
import {
  type ActionJson,
  DROP_OFF_TAG,
  LEAVE,
  LEFT,
  type MachineConfigJson,
  MAX_ITERATIONS,
  stageState,
  START,
  type StateJson,
  touchpointState,
  type TransitionJson,
  UNSORTED,
} from './config';
import { type EventNames, eventNames } from './eventNames';
import { entriesOf, type TransitionIndex, transitionsOf } from './transitions';
import { metaRecordOf } from './metaRecord';

/** What every state needs to know of the whole map. */
interface Context {
  outgoing: TransitionIndex;
  names: EventNames;
  entryActions: (id: string, touchpoint: Touchpoint) => ActionJson[];
  hasStage: (id: string) => boolean;
}

/** Fields of a touchpoint and of a transition that the machine expresses outside `meta`. */
const TOLD: readonly string[] = ['name', 'kind', 'effects'];
const TOLD_OF_TRANSITION: readonly string[] = ['from', 'to', 'label', 'when', 'delay'];

/**
 * The map as a plain XState v5 config. Every map gives one that `createMachine` takes, whatever its
 * problems; `fromMachine` gives the same map back. See docs/machine.md for the translation.
 */
export function toMachine(map: JourneyMap): MachineConfigJson {
  const context: Context = {
    outgoing: transitionsOf(map),
    names: eventNames(map),
    entryActions: entryActionsOf(map),
    hasStage: (id) => Object.hasOwn(map.stages, id),
  };
  const touchpoints = touchpointsInJourneyOrder(map);
  const outcomes = touchpoints.filter(([, { kind }]) => kind === 'outcome');
  const columns = columnsOf(map, touchpoints);
  const unsorted = columns.get(null);
  const { loose } = context.outgoing;
  return {
    id: `map_${map.id}`,
    ...(map.title && { description: map.title }),
    initial: START,
    options: { maxIterations: MAX_ITERATIONS },
    meta: {
      kind: 'journey-map',
      version: 1,
      map: metaRecordOf('map', map, ['title', 'stages', 'touchpoints', 'transitions']),
      ...(loose.length > 0 && { loose: Object.fromEntries(loose) }),
    },
    on: { [LEAVE]: { target: `#${LEFT}`, meta: { kind: 'leave' } } },
    states: Object.fromEntries([
      [START, startState(map, context)],
      ...inOrder(map.stages).map(([id, stage]) => [
        stageState(id),
        {
          id: stageState(id),
          ...(stage.name && { description: stage.name }),
          meta: { kind: 'stage', id, record: metaRecordOf('stage', stage, ['name']) },
          ...statesOf(columns.get(id) ?? [], context),
        },
      ]),
      ...(unsorted
        ? [[UNSORTED, { id: UNSORTED, meta: { kind: 'unsorted' }, ...statesOf(unsorted, context) }]]
        : []),
      ...outcomes.map(([id, outcome]) => [touchpointState(id), stateOf(id, outcome, context)]),
      [LEFT, { id: LEFT, type: 'final', tags: [DROP_OFF_TAG], meta: { kind: 'left' } }],
    ]) as Record<string, StateJson>,
  };
}

/** What stands inside the states of the stages; null is the unsorted column. */
function columnsOf(
  map: JourneyMap,
  touchpoints: readonly RecordEntry<Touchpoint>[],
): Map<string | null, RecordEntry<Touchpoint>[]> {
  const columns = new Map<string | null, RecordEntry<Touchpoint>[]>();
  for (const entry of touchpoints) {
    const [, { kind, stage }] = entry;
    if (kind === 'outcome') continue;
    const column = stage !== null && Object.hasOwn(map.stages, stage) ? stage : null;
    listUnder(columns, column, entry);
  }
  return columns;
}

function startState(map: JourneyMap, { names }: Context): StateJson {
  const arrivals = entriesOf(map).map((id): [string, TransitionJson] => [
    names.entries.get(id) ?? id,
    { target: `#${touchpointState(id)}`, meta: { kind: 'arrival' } },
  ]);
  return { id: START, meta: { kind: 'start' }, on: Object.fromEntries(arrivals) };
}

/** A compound state without a child is not accepted: an empty stage stays atomic. */
function statesOf(
  touchpoints: readonly RecordEntry<Touchpoint>[],
  context: Context,
): Pick<StateJson, 'initial' | 'states'> {
  const first = touchpoints[0];
  if (!first) return {};
  return {
    initial: touchpointState(first[0]),
    states: Object.fromEntries(
      touchpoints.map(([id, touchpoint]) => [
        touchpointState(id),
        stateOf(id, touchpoint, context),
      ]),
    ),
  };
}

function stateOf(id: string, touchpoint: Touchpoint, context: Context): StateJson {
  const { kind, name, stage } = touchpoint;
  // The stage follows from the nesting. An outcome stands at the root, and a stage may be missing.
  const isNested = kind !== 'outcome' && stage !== null && context.hasStage(stage);
  return {
    id: touchpointState(id),
    ...(kind === 'outcome' && { type: 'final' }),
    ...(name && { description: name }),
    meta: {
      kind: 'touchpoint',
      id,
      record: metaRecordOf('touchpoint', touchpoint, isNested ? [...TOLD, 'stage'] : TOLD),
    },
    entry: context.entryActions(id, touchpoint),
    ...transitionsOut(id, touchpoint, context),
  };
}

function transitionsOut(
  id: string,
  { kind, dropOffAfter }: Touchpoint,
  { outgoing, names }: Context,
): Pick<StateJson, 'on' | 'always'> {
  const transitions = outgoing.from(id);
  if (kind === 'decision') {
    const always = transitions.map(([key, transition]) => transitionOf(key, transition));
    const isSettled = transitions.some(([, { otherwise, when }]) => otherwise && when === null);
    return { always: isSettled ? always : [...always, dropOff(id, dropOffAfter)] };
  }
  if (transitions.length === 0) return {};
  return {
    on: Object.fromEntries(
      transitions.map(([key, transition]) => [
        names.transitions.get(key) ?? key,
        transitionOf(key, transition),
      ]),
    ),
  };
}

function transitionOf(id: string, transition: Transition): TransitionJson {
  const { from, to, label, when } = transition;
  return {
    target: `#${touchpointState(to)}`,
    ...(label && { description: label }),
    ...(when && { guard: { type: 'rule', params: { rule: when } } }),
    ...(from === to && { reenter: true }),
    actions: actionsOfTransition(id, transition),
    meta: {
      kind: 'transition',
      id,
      record: metaRecordOf('transition', transition, TOLD_OF_TRANSITION),
    },
  };
}

function dropOff(touchpoint: string, after: number): TransitionJson {
  return {
    target: `#${LEFT}`,
    actions: [{ type: 'leave', params: { touchpoint, after, reason: 'no-rule-held' } }],
    meta: { kind: 'leave' },
  };
}
