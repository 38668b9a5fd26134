import { isObject, type Path, toPointer } from '../../map/shape';
import { guardOf4 } from './guards';
import type { Names4 } from './names4';
import type { Sources } from './sources';
import { listOf, type StateNode, stringOf } from './tree';

/** A transition as it is written, and where. */
export interface WrittenTransition {
  readonly value: unknown;
  readonly path: Path;
}

/** The transitions of a field, one or a list. */
export function placesOf(value: unknown, path: Path): WrittenTransition[] {
  if (!Array.isArray(value)) return value === undefined ? [] : [{ value, path }];
  return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
}

/** Transitions of XState 4 in the words of XState 5: `cond`, `in`, targets, and what enters a state again. */
export class Transitions4 {
  readonly #names: Names4;
  readonly #sources: Sources;

  constructor(names: Names4, sources: Sources) {
    this.#names = names;
    this.#sources = sources;
  }

  /** Transitions gathered from several places, as one list at `to`. */
  list(places: readonly WrittenTransition[], to: Path, node: StateNode): unknown[] {
    return places.map(({ value, path }, index) => {
      const here = [...to, index];
      if (toPointer(here) !== toPointer(path)) this.#sources.moved(here, path);
      return this.#transition(value, path, here, node);
    });
  }

  /** A transition, or a list of them, of one field. */
  field(value: unknown, from: Path, to: Path, node: StateNode): unknown {
    if (!Array.isArray(value)) return this.#transition(value, from, to, node);
    return value.map((item: unknown, index) =>
      this.#transition(item, [...from, index], [...to, index], node),
    );
  }

  #transition(value: unknown, from: Path, to: Path, owner: StateNode): unknown {
    const config = typeof value === 'string' ? { target: value } : value;
    if (!isObject(config)) return value;
    const { cond, in: place, internal, target, ...rest } = config;
    const targets = listOf(target);
    const read = targets.map((each) =>
      typeof each === 'string' ? this.#names.target(each, owner) : each,
    );
    const reenter = this.#reenters(internal, targets, owner);
    const guard = guardOf4(cond, place);
    if (typeof value === 'string' && reenter === undefined) return read[0];
    if (guard !== undefined) this.#sources.moved([...to, 'guard'], [...from, cond ? 'cond' : 'in']);
    return {
      ...rest,
      ...(target !== undefined && { target: Array.isArray(target) ? read : read[0] }),
      ...(guard !== undefined && { guard }),
      ...(reenter !== undefined && { reenter }),
    };
  }

  /**
   * External unless said otherwise, or a target begins with the delimiter. XState 5 needs the word only
   * where all targets are the state itself or inside it; `false` here is *internal*, which in XState 4
   * does not even enter the state inside again.
   */
  #reenters(internal: unknown, targets: readonly unknown[], owner: StateNode): boolean | undefined {
    if (targets.length === 0) return undefined;
    const isInternal =
      typeof internal === 'boolean'
        ? internal
        : targets.some((each) => this.#names.isInternal(stringOf(each)));
    if (isInternal) return false;
    const isInside = targets.every((each) => {
      let node = this.#names.aimOf(stringOf(each), owner);
      while (node && node !== owner) node = node.parent;
      return node === owner;
    });
    return isInside ? true : undefined;
  }
}
