import { type DeclaredTransition, declaredBy } from './declared';
import { isOwnTransition, roleOf } from './ownMeta';
import type { ImportContext } from './states';
import type { StateNode } from './tree';

/** What became of the transitions that steps of the map were asked for. */
export interface Fates {
  /** Carried into the map, or listed with a reason of their own. */
  readonly told: ReadonlySet<DeclaredTransition>;
  /** They could be taken somewhere, but start at an outcome or decision. */
  readonly stopped: ReadonlySet<DeclaredTransition>;
  /** Another one forestalls them somewhere. */
  readonly shadowed: ReadonlySet<DeclaredTransition>;
}

/** Lists every transition of the machine that no step of the map has, with the reason. */
export function listUncarried(fates: Fates, { tree, origin, log }: ImportContext): void {
  const list = (node: StateNode) => {
    // What our own start and drop-off say is read apart.
    if (['start', 'left'].includes(roleOf(node, origin))) return;
    for (const transition of declaredBy(node)) {
      const { path, event, name, config } = transition;
      if (fates.told.has(transition) || isOwnTransition(config, origin)) continue;
      if (event === 'xstate.route') log.add('unknown-field', path, name);
      else if (fates.stopped.has(transition)) log.add('no-start', path, name || 'always');
      else
        log.add(fates.shadowed.has(transition) ? 'shadowed' : 'unraised', path, name || 'always');
    }
    for (const child of node.children.values()) list(child);
  };
  list(tree.root);
}
