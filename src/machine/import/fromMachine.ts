import { cut } from '../../language';
import { idFromText, newId } from '../../map/records';
import { FORMAT, isId, type JourneyMap, VERSION } from '../../map/schema';
import { isObject, type Json, type Path, toPointer } from '../../map/shape';
import { finding, jsonFrom, Refusal } from '../../map/text';
import { type Loss, LossLog, type MachineProblem, problem } from './finding';
import { refusalOf } from './refusal';
import { type Origin, originOf, roleOf } from './ownMeta';
import { validMap } from './validMap';
import { listLosses } from './losses';
import {
  type Draft,
  type ReadCollection,
  type StateDrafts,
  readStates,
  type ImportContext,
} from './states';
import { entryAt, readTransitions } from './transitions';
import { initialOf, leafOf, resolveTarget, type StateNode, stringOf, stateTreeOf } from './tree';
import { declaredBy, firstTargetOf } from './declared';
import { type Sign, signsOf } from './version';
import { type Converted, inVersion5 } from './version4';

/** A map read from a machine, with everything that could not come along. */
export type MachineImport =
  | { readonly map: JourneyMap; readonly notCarried: readonly Loss[]; readonly problem: null }
  | { readonly map: null; readonly notCarried: readonly []; readonly problem: MachineProblem };

/** Reads the text or bytes of a file with a machine. Never throws. */
export function parseMachine(file: string | Uint8Array): MachineImport {
  try {
    return fromMachine(jsonFrom(file));
  } catch (error) {
    if (error instanceof Refusal) return refused(error.finding);
    throw error;
  }
}

/**
 * Reads an XState config of version 5, or of 4 by what it contains. A machine that was exported from a map
 * becomes that map again, edits by other tools included; any other becomes a journey: states are touchpoints, the states around them
 * stages. Never throws.
 */
export function fromMachine(json: unknown): MachineImport {
  const refusal = refusalOf(json);
  if (refusal) return refused(refusal);
  if (!isObject(json) || !isObject(json.states)) return refused(problem('not-a-machine'));
  const origin = originOf(json);
  if (origin === 'newer') return refused(problem('newer-version', ['meta']));

  const tree = stateTreeOf(json);
  const { four, older, five } = signsOf(json, tree);
  if (four && five) return refused(mixed(four, five));
  const version = (four ?? (older && !five)) ? 4 : 5;
  return version === 4
    ? journeyOf(inVersion5(tree), origin, version)
    : journeyOf({ config: json, sourceOf: (path) => path, losses: [] }, origin, version);
}

function mixed(four: Sign, five: Sign): MachineProblem {
  const params = { detail: four.word, other: five.word, place: toPointer(five.path) };
  return finding('two-versions', toPointer(four.path), params);
}

/** The map of a machine in the words of XState 5. */
function journeyOf(
  { config: json, sourceOf, losses }: Converted,
  origin: Origin,
  version: 4 | 5,
): MachineImport {
  const log = new LossLog(sourceOf);
  const context: ImportContext = {
    tree: stateTreeOf(json),
    origin,
    version,
    log,
    idFor: idsOf(log, origin),
  };
  for (const [code, path, detail] of losses) log.add(code, path, detail);
  listLosses(context.tree.root, context);
  const states = readStates(context);
  const transitions = readTransitions(states, context);
  const arrivals = entriesOf(states, context);

  const begun = new Map(arrivals.map(({ touchpoint }) => [touchpoint.id, touchpoint]));
  const touchpoints = states.touchpoints.map((step) => begun.get(step.id) ?? step);
  const known = new Set(touchpoints);
  const records = {
    stages: states.stages,
    touchpoints: [...touchpoints, ...[...begun.values()].filter((step) => !known.has(step))],
    transitions: [...transitions, ...arrivals.flatMap(({ transition }) => transition ?? [])],
  };
  const map = validMap(mapOf(json, records), placesOf(records), log);
  return map ? { map, notCarried: log.list, problem: null } : refused(problem('not-a-machine'));
}

const refused = (reason: MachineProblem): MachineImport => ({
  map: null,
  notCarried: [],
  problem: reason,
});

type Records = Record<ReadCollection, readonly Draft[]>;

function mapOf(json: Json, { stages, touchpoints, transitions }: Records): Json {
  const tables = {
    stages: tableOf(stages),
    touchpoints: tableOf(touchpoints),
    transitions: tableOf(transitions),
  };
  const { meta } = json;
  const description = stringOf(json.description);
  if (originOf(json) !== 'ours' || !isObject(meta)) {
    // A file read twice gives the same map, ids and all: runs can be repeated and maps compared.
    const title = cut(stringOf(json.id), 200);
    const id = idFromText(JSON.stringify([title, description, tables]));
    return { format: FORMAT, version: VERSION, id, title, description, ...tables };
  }
  const own = isObject(meta.map) ? meta.map : {};
  const loose = isObject(meta.loose) ? meta.loose : {};
  return {
    ...own,
    id: isId(own.id) ? own.id : newId(),
    format: FORMAT,
    version: VERSION,
    title: description,
    ...tables,
    transitions: { ...loose, ...tables.transitions },
  };
}

function tableOf(drafts: readonly Draft[]): Json {
  return Object.fromEntries(drafts.map(({ id, record }) => [id, record]));
}

/** Where customers begin: at the targets of our start, or at the machine's initial state. */
function entriesOf({ leaves }: StateDrafts, { tree, origin, log, idFor }: ImportContext) {
  const begins = new Set<Draft>();
  const add = (node: StateNode | null, path: Path, name: string) => {
    const landing = node && leafOf(node, tree);
    const step = landing && leaves.get(landing)?.draft;
    if (step) begins.add(step);
    else log.add('initial', path, name);
  };
  const start = [...tree.root.children.values()].find((node) => roleOf(node, origin) === 'start');
  if (start) {
    for (const { config, path, owner, name } of declaredBy(start)) {
      const target = firstTargetOf(config);
      add(target === null ? null : resolveTarget(owner, target, tree), path, name);
    }
  } else if (leaves.size > 0)
    add(initialOf(tree.root, tree), ['initial'], stringOf(tree.root.config.initial));
  return Array.from(begins, (step) => entryAt(step, idFor));
}

/**
 * Ids stay where they can: the second of a pair in one collection, as pasting a state makes, gets a
 * new one. Records of different collections may share an id.
 */
function idsOf(log: LossLog, origin: Origin): ImportContext['idFor'] {
  const taken = { stages: new Set(), touchpoints: new Set(), transitions: new Set() };
  const copies = new Map<string, number>();
  return (collection, wish, path) => {
    const isTaken = wish !== null && taken[collection].has(wish);
    if (isTaken) log.add('duplicate-id', path, wish);
    const id = wish === null || isTaken ? fresh(collection, path) : wish;
    taken[collection].add(id);
    return id;
  };

  /** By the place, so that a foreign file gives the same ids again; ours may be pasted and moved. */
  function fresh(collection: ReadCollection, path: Path): string {
    if (origin === 'ours') return newId();
    const place = `${collection}${toPointer(path)}`;
    const copy = copies.get(place) ?? 0;
    copies.set(place, copy + 1);
    return idFromText(`${place}#${String(copy)}`);
  }
}

function placesOf(records: Records) {
  const paths = new Map(
    Object.entries(records).flatMap(([collection, drafts]) =>
      drafts.map(({ id, path }): [string, Path] => [`${collection}/${id}`, path]),
    ),
  );
  return (collection: string, id: string): Path =>
    paths.get(`${collection}/${id}`) ?? ['meta', 'map', collection, id];
}
