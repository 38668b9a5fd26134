import { isObject, type Json, type Path } from '../../map/shape';
import { declaredBy } from './declared';
import { originOf } from './ownMeta';
import { propertiesOf, listOf, type StateNode, stringOf, type Tree } from './tree';

/** A word that only one version of XState reads, and where it stands. */
export interface Sign {
  readonly word: string;
  readonly path: Path;
}

/** Which XState a machine is written for, and what says so. */
interface VersionSigns {
  /** Words whose meaning XState 5 would miss. */
  readonly four: Sign | null;
  /** Words of XState 4 that say nothing a map could carry: XState 5 passes over them without harm. */
  readonly older: Sign | null;
  /** Words whose meaning XState 4 would miss. */
  readonly five: Sign | null;
}

const OLD_OF_ROOT = ['predictableActionArguments', 'preserveActionOrder', 'strict', 'schema'];
const OLD_OF_STATE = ['activities', 'onEntry', 'onExit'];
const OLD_EVENT = /^(done\.invoke|error\.platform|done\.state)\.|^xstate\.after\(/;

/** The first sign of each kind in the whole machine. */
export function signsOf(json: Json, tree: Tree): VersionSigns {
  const found: { four: Sign | null; older: Sign | null; five: Sign | null } = {
    four: null,
    older: null,
    five: null,
  };
  if (originOf(json) === 'ours') found.five = { word: 'journey-map', path: ['meta', 'kind'] };
  const look = (node: StateNode) => {
    found.four ??= four(node);
    found.older ??= older(node);
    found.five ??= five(node);
    for (const child of node.children.values()) look(child);
  };
  look(tree.root);
  return found;
}

type Words = readonly (readonly [isThere: boolean, word: string, path: Path])[];

function firstOf(words: Words): Sign | null {
  const [, word, path] = words.find(([isThere]) => isThere) ?? [];
  return word !== undefined && path ? { word, path } : null;
}

/** A value that says something: `null` and an empty text do not. */
const isSaid = (value: unknown) => value !== undefined && value !== null && value !== '';

function four(node: StateNode): Sign | null {
  const { config, path, parent } = node;
  const events = propertiesOf(config.on).map(([key]) => key);
  return firstOf([
    [parent === null && isSaid(config.delimiter), 'delimiter', [...path, 'delimiter']],
    [config.parallel === true, 'parallel', [...path, 'parallel']],
    [events.includes(''), "on: {'': …}", [...path, 'on', '']],
    ...declaredBy(node).flatMap((transition): Words => {
      const { cond, internal, in: place } = transition.config;
      return [
        [isSaid(cond), 'cond', [...transition.path, 'cond']],
        [typeof internal === 'boolean', 'internal', [...transition.path, 'internal']],
        [isSaid(place), 'in', [...transition.path, 'in']],
        [transition.event === '' && 'event' in transition.config, "event: ''", transition.path],
        [isBareAtRoot(transition.config, node), 'target', transition.path],
      ];
    }),
  ]);
}

/** A target of the root that names a state inside without a dot, which XState 5 does not take. */
function isBareAtRoot({ target }: Json, { parent, children }: StateNode): boolean {
  if (parent !== null) return false;
  return listOf(target).some((each) => children.has(stringOf(each).split('.', 1)[0] ?? ''));
}

function older({ config, path, parent, type }: StateNode): Sign | null {
  const root = parent === null ? OLD_OF_ROOT : [];
  const invokes = listOf(config.invoke).filter(isObject);
  const event = propertiesOf(config.on).find(([key]) => OLD_EVENT.test(key))?.[0];
  return firstOf([
    ...[...root, ...OLD_OF_STATE].map(
      (word) => [isSaid(config[word]), word, [...path, word]] as const,
    ),
    [type === 'final' && isSaid(config.data), 'data', [...path, 'data']],
    [event !== undefined, event ?? '', [...path, 'on']],
    ...['on', 'after'].map((word) => [Array.isArray(config[word]), word, [...path, word]] as const),
    ...['autoForward', 'forward', 'data'].map(
      (word) => [invokes.some((each) => isSaid(each[word])), word, [...path, 'invoke']] as const,
    ),
    [invokes.some(({ src }) => isObject(src)), 'src', [...path, 'invoke']],
  ]);
}

function five(node: StateNode): Sign | null {
  const { config, path, parent } = node;
  const invokes = listOf(config.invoke).filter(isObject);
  const { options } = config;
  return firstOf([
    [
      parent === null && isObject(options) && isSaid(options.maxIterations),
      'maxIterations',
      [...path, 'options'],
    ],
    [isSaid(config.output), 'output', [...path, 'output']],
    ...['input', 'onSnapshot', 'systemId'].map(
      (word) => [invokes.some((each) => isSaid(each[word])), word, [...path, 'invoke']] as const,
    ),
    ...declaredBy(node).flatMap(({ config: transition, path: place }): Words => [
      [isSaid(transition.guard), 'guard', [...place, 'guard']],
      [typeof transition.reenter === 'boolean', 'reenter', [...place, 'reenter']],
    ]),
  ]);
}
