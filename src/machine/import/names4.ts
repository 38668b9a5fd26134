import { resolveTarget, type StateNode, stringOf, type Tree } from './tree';

/** How XState 4 names states and events, where XState 5 names them otherwise. */
export class Names4 {
  readonly #tree: Tree;
  readonly #delimiter: string;
  readonly #root: string;
  readonly #ids = new Map<StateNode, string>();
  /** The ids XState 5 gives. */
  readonly #newIds = new Map<StateNode, string>();
  readonly #byId = new Map<string, StateNode>();

  constructor(tree: Tree) {
    const { config } = tree.root;
    this.#tree = tree;
    this.#delimiter = stringOf(config.delimiter) || '.';
    const [key, id] = [stringOf(config.key), stringOf(config.id)];
    this.#root = id || key || '(machine)';
    this.#name(tree.root, [key || this.#root], [this.#root]);
  }

  /** An id of its own, else the machine's key and the keys down to the state. */
  #name(node: StateNode, keys: readonly string[], newKeys: readonly string[]): void {
    const id = stringOf(node.config.id) || keys.join(this.#delimiter);
    this.#ids.set(node, id);
    this.#newIds.set(node, stringOf(node.config.id) || newKeys.join('.'));
    this.#byId.set(id, node);
    for (const [key, child] of node.children) {
      this.#name(child, [...keys, key], [...newKeys, key]);
    }
  }

  /** Does a target name a state inside, so that its transition is internal? */
  isInternal(target: string): boolean {
    return target !== '' && target.startsWith(this.#delimiter);
  }

  /** The state a target names; null where XState 4 finds none and throws. */
  aimOf(target: string, owner: StateNode): StateNode | null {
    if (target === '') return null;
    if (this.isInternal(target)) return this.#below(owner, target.slice(this.#delimiter.length));
    if (target.startsWith('#')) return this.#byId.get(target.slice(1)) ?? null;
    // What stands in the root is read from the root itself.
    return this.#below(owner.parent ?? owner, target);
  }

  #below(from: StateNode, path: string): StateNode | null {
    let node: StateNode | undefined = from;
    for (const key of path.split(this.#delimiter)) {
      if (key === '') break;
      node = node?.children.get(key);
    }
    return node ?? null;
  }

  /** The target as XState 5 reads it: as it is written where both read the same. */
  target(target: string, owner: StateNode): string {
    const aim = this.aimOf(target, owner);
    if (!aim || resolveTarget(owner, target, this.#tree) === aim) return target;
    const keys: string[] = [];
    for (let node = aim; node.parent; node = node.parent) keys.unshift(node.key);
    return `#${[this.#root, ...keys].map(escaped).join('.')}`;
  }

  newId(node: StateNode): string {
    return this.#newIds.get(node) ?? node.id;
  }

  /** An event of XState's own, with the id XState 5 gives to the state or actor. */
  event(event: string, owner: StateNode): string {
    const id = this.#ids.get(owner) ?? '';
    if (event === `done.state.${id}`) return `done.state.${this.newId(owner)}`;
    for (const end of ['done.invoke.', 'error.platform.']) {
      const index = /^:invocation\[(\d+)\]$/.exec(
        event.startsWith(end + id) ? event.slice(end.length + id.length) : '',
      )?.[1];
      if (index !== undefined) return `${end}${index}.${this.newId(owner)}`;
    }
    return event;
  }
}

const escaped = (key: string) => key.replace(/[\\.]/g, '\\$&');
