import { without } from '../../map/basics';
import { isObject, type Json, type Path } from '../../map/shape';
import type { LossCode } from './finding';
import { actorName } from './events';
import { typeOfAction } from './ownMeta';
import { Names4 } from './names4';
import { Sources } from './sources';
import { type WrittenTransition, placesOf, Transitions4 } from './transitions4';
import { keyed, listOf, propertiesOf, type StateNode, stringOf, type Tree } from './tree';

/** A machine in the words of XState 5. */
export interface Converted {
  readonly config: Json;
  /** Where what stands at a path of `config` was read. */
  readonly sourceOf: (path: Path) => Path;
  /** What XState 5 has no word for. */
  readonly losses: readonly (readonly [code: LossCode, path: Path, detail: string])[];
}

/**
 * The same machine as it is written for XState 5, after the migration guide
 * (https://stately.ai/docs/migration) and the source of XState 4.38: `cond`, the empty event, external
 * transitions by default, targets by the delimiter, `data`, `activities` and the rest.
 */
export function inVersion5(tree: Tree): Converted {
  return new Conversion(tree).converted();
}

class Conversion {
  readonly #tree: Tree;
  readonly #names: Names4;
  readonly #sources = new Sources();
  readonly #transitions: Transitions4;
  readonly #losses: [LossCode, Path, string][] = [];

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#names = new Names4(tree);
    this.#transitions = new Transitions4(this.#names, this.#sources);
  }

  converted(): Converted {
    const { root } = this.#tree;
    const config = this.#state(root);
    const id = stringOf(config.id) || stringOf(config.key);
    return {
      config: id === '' ? config : { ...config, id },
      sourceOf: (path) => this.#sources.of(path),
      losses: this.#losses,
    };
  }

  #say(code: LossCode, path: Path, detail: string): void {
    this.#losses.push([code, path, detail]);
  }

  #state(node: StateNode): Json {
    const { config, path, type } = node;
    const state: Json = {};
    for (const [field, value] of Object.entries(config)) {
      const here = [...path, field];
      if (field === 'states') state.states = this.#states(value, node);
      else if (field === 'after') state.after = this.#after(value, here, node);
      else if (field === 'onDone') state.onDone = this.#transitions.field(value, here, here, node);
      else if (field === 'invoke') state.invoke = this.#invokes(value, node);
      else if (field === 'entry' || field === 'onEntry') this.#actions(state, 'entry', node);
      else if (field === 'exit' || field === 'onExit') this.#actions(state, 'exit', node);
      else if (field === 'activities') this.#activities(value, here);
      else if (field === 'data' && type === 'final') {
        state.output = value;
        this.#sources.moved([...path, 'output'], here);
      } else if (!GONE.has(field)) state[field] = value;
    }
    if (config.parallel === true && config.type === undefined) state.type = 'parallel';
    if (node.isSerialised && type === 'history') this.#say('definition-4', path, node.key);
    this.#events(state, node);
    return state;
  }

  #states(value: unknown, { children }: StateNode): unknown {
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, config]) => {
        const child = children.get(key);
        return [key, child ? this.#state(child) : config];
      }),
    );
  }

  /** XState 4 reads `onEntry` where there is no `entry`. The timers of a serialised machine are its `after`. */
  #actions(state: Json, field: 'entry' | 'exit', { config, path, isSerialised }: StateNode): void {
    const older = field === 'entry' ? 'onEntry' : 'onExit';
    const from = config[field] ? field : older;
    const value = config[from] ?? config[field];
    state[field] = isSerialised ? listOf(value).filter((action) => !isTimer(action)) : value;
    if (from !== field) this.#sources.moved([...path, field], [...path, from]);
  }

  #activities(value: unknown, path: Path): void {
    for (const activity of listOf(value)) {
      // A serialised state repeats its actors here.
      if (typeOfAction(activity) !== 'xstate.invoke')
        this.#say('activity', path, typeOfAction(activity));
    }
  }

  #after(value: unknown, path: Path, node: StateNode): unknown {
    if (Array.isArray(value)) return this.#transitions.field(value, path, path, node);
    return Object.fromEntries(
      propertiesOf(value).map(([delay, each]) => {
        const here = [...path, delay];
        return [delay, this.#transitions.field(each, here, here, node)];
      }),
    );
  }

  #invokes(value: unknown, node: StateNode): unknown {
    const path = [...node.path, 'invoke'];
    const read = (invoke: unknown, index: number, here: Path): unknown => {
      if (!isObject(invoke)) return invoke;
      const { autoForward, forward, data, src, id, ...rest } = invoke;
      const isForwarded = autoForward === true || forward === true;
      if (isForwarded) this.#say('forward', here, actorName(named(), index, node));
      const ends = ['onDone', 'onError'].flatMap((end) =>
        rest[end] === undefined
          ? []
          : [
              [
                end,
                this.#transitions.field(rest[end], [...here, end], [...here, end], node),
              ] as const,
            ],
      );
      return { ...named(), ...Object.fromEntries(ends) };

      function named(): Json {
        return {
          ...rest,
          // An id XState 4 made itself, as a serialised machine says it.
          ...(id !== undefined &&
            !stringOf(id).endsWith(`:invocation[${String(index)}]`) && { id }),
          ...(src !== undefined && { src: isObject(src) ? stringOf(src.type) : src }),
          ...(data !== undefined && { input: data }),
        };
      }
    };
    return Array.isArray(value)
      ? value.map((invoke: unknown, index) => read(invoke, index, [...path, index]))
      : read(value, 0, path);
  }

  /** `on`, and what of it goes elsewhere: the empty event, and events that another field declares too. */
  #events(state: Json, node: StateNode): void {
    const { config, path } = node;
    const here = [...path, 'on'];
    const always: WrittenTransition[] = [];
    const kept: [string | number, unknown][] = [];
    const isList = Array.isArray(config.on);
    const ends = this.#ends(state, node, this.#names.newId(node));
    for (const [key, value] of keyed(config.on)) {
      const said = isList ? stringOf(isObject(value) ? value.event : '') : String(key);
      const from = [...here, key];
      const event = this.#names.event(said, node);
      if (said === '' && (!isList || (isObject(value) && value.event === ''))) {
        always.push(...placesOf(isList ? withoutEvent(value) : value, from));
        continue;
      }
      if (said.endsWith('.*')) {
        // Only the whole wildcard is one in XState 4; nobody sends an event of this name.
        for (const place of placesOf(value, from)) this.#say('unraised', place.path, said);
        continue;
      }
      const end = isList ? undefined : ends.get(event);
      if (end) {
        // XState 4 adds this to what the end itself says; XState 5 keeps one of them.
        const places = [...placesOf(end.raw[end.field], end.path), ...placesOf(value, from)];
        end.read[end.field] = this.#transitions.list(places, end.path, node);
      } else {
        const name = isList ? kept.length : event;
        const to = [...here, name];
        if (name !== key) this.#sources.moved(to, from);
        const read = this.#transitions.field(value, from, to, node);
        kept.push([name, isList && isObject(read) && said !== '' ? { ...read, event } : read]);
      }
    }
    if (config.on !== undefined) {
      state.on = isList ? kept.map(([, value]) => value) : Object.fromEntries(kept);
    }
    always.push(...placesOf(config.always, [...path, 'always']));
    if (always.length > 0) state.always = this.#transitions.list(always, [...path, 'always'], node);
  }

  /** The ends a state or its actors declare in fields of their own, by event. */
  #ends(state: Json, { config, path }: StateNode, id: string): ReadonlyMap<string, End> {
    const found: [string, End][] = [];
    const add = (event: string, read: Json, raw: Json, field: string, here: Path) => {
      if (raw[field] !== undefined)
        found.push([event, { read, raw, field, path: [...here, field] }]);
    };
    add(`done.state.${id}`, state, config, 'onDone', path);
    const written = listOf(config.invoke);
    listOf(state.invoke).forEach((read, index) => {
      const raw = written[index];
      if (!isObject(read) || !isObject(raw)) return;
      const here = [...path, 'invoke', ...(Array.isArray(config.invoke) ? [index] : [])];
      const actor = stringOf(read.id) || `${String(index)}.${id}`;
      add(`done.invoke.${actor}`, read, raw, 'onDone', here);
      add(`error.platform.${actor}`, read, raw, 'onError', here);
    });
    return new Map(found);
  }
}

function withoutEvent(value: unknown): unknown {
  if (!isObject(value)) return value;
  return without(value, ['event']);
}

/** The sending of a delayed transition's event, and its end. */
function isTimer(action: unknown): boolean {
  if (!isObject(action)) return false;
  const { event, sendId } = action;
  return [isObject(event) ? event.type : event, sendId].some((each) =>
    stringOf(each).startsWith('xstate.after('),
  );
}

/** What XState 5 says elsewhere, or not at all. */
const GONE: ReadonlySet<string> = new Set(['on', 'always', 'delimiter', 'parallel']);

/** Transitions of a field such as `onDone`: as converted, and as written. */
interface End {
  readonly read: Json;
  readonly raw: Json;
  readonly field: string;
  readonly path: Path;
}
