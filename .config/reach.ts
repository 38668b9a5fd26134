import { posix } from 'node:path';
import type { ESTree } from 'vite';

/** What is asked of the bundler about its modules. */
export interface Graph {
  readonly module: (
    id: string,
  ) => { readonly code: string | null; readonly importedIds: readonly string[] } | null;
  readonly resolve: (source: string, importer: string) => Promise<string | null>;
  readonly parse: (code: string) => readonly (ESTree.Statement | ESTree.Directive)[];
}

type Statements = ReturnType<Graph['parse']>;

/** A name taken from another module; null takes all of it. */
interface Taken {
  readonly source: string;
  readonly name: string | null;
}

const text = (name: ESTree.ModuleExportName) => (name.type === 'Literal' ? name.value : name.name);

/** The code may be nothing but what others export; the parser tells for certain. */
const HANDED_ON = /\bexport\b[^;]*\bfrom\b/;

/** Hands on what others export, and does nothing itself: an `index.ts`, a package's list of icons. */
function isIndex(statements: Statements): boolean {
  const isHandedOn = ({ type, ...rest }: Statements[number]) =>
    type === 'ExportAllDeclaration' ||
    type === 'ImportDeclaration' ||
    (type === 'ExportNamedDeclaration' && 'declaration' in rest && rest.declaration === null) ||
    'directive' in rest;
  return statements.length > 0 && statements.every(isHandedOn);
}

/** Every name that a module takes from others. */
function takenBy(statements: Statements): Taken[] {
  return statements.flatMap((statement): Taken[] => {
    if (statement.type === 'ExportAllDeclaration')
      return [{ source: statement.source.value, name: null }];
    if (statement.type === 'ImportDeclaration') {
      const source = statement.source.value;
      return statement.specifiers.map((one) => {
        if (one.type === 'ImportSpecifier') return { source, name: text(one.imported) };
        return { source, name: one.type === 'ImportDefaultSpecifier' ? 'default' : null };
      });
    }
    if (statement.type !== 'ExportNamedDeclaration' || !statement.source) return [];
    const source = statement.source.value;
    return statement.specifiers.map((one) => ({ source, name: text(one.local) }));
  });
}

/** Where an index may have a name from: exactly one place, or any of those it hands on whole. */
function givenBy(statements: Statements, name: string): Taken[] {
  const all: Taken[] = [];
  for (const statement of statements) {
    if (statement.type === 'ExportAllDeclaration') {
      const source = statement.source.value;
      if (statement.exported === null) all.push({ source, name });
      else if (text(statement.exported) === name) return [{ source, name: null }];
    }
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const found = statement.specifiers.find(({ exported }) => text(exported) === name);
    if (!found) continue;
    if (statement.source) return [{ source: statement.source.value, name: text(found.local) }];
    const local = text(found.local);
    return statements.flatMap((other) => {
      if (other.type !== 'ImportDeclaration') return [];
      const specifier = other.specifiers.find((one) => one.local.name === local);
      return specifier ? takenBy([{ ...other, specifiers: [specifier] }]) : [];
    });
  }
  return all;
}

/** The same answers, each asked of the bundler once: it answers slowly. */
export function remembered(graph: Graph): Graph {
  const modules = new Map<string, ReturnType<Graph['module']>>();
  const statements = new Map<string, Statements>();
  const resolved = new Map<string, Promise<string | null>>();
  return {
    module(id) {
      if (!modules.has(id)) modules.set(id, graph.module(id));
      return modules.get(id) ?? null;
    },
    parse(code) {
      const known = statements.get(code) ?? graph.parse(code);
      statements.set(code, known);
      return known;
    },
    resolve(source, importer) {
      const key = source.startsWith('.') ? posix.join(posix.dirname(importer), source) : source;
      const known = resolved.get(key) ?? graph.resolve(source, importer);
      resolved.set(key, known);
      return known;
    },
  };
}

/**
 * The modules that `begin` needs at once: all it imports statically, and so on. Who imports a name through an index
 * needs the module that has the name, not all that the index hands on, as a bundler that may leave out modules does.
 */
export async function reach(graph: Graph, begin: Iterable<string>): Promise<ReadonlySet<string>> {
  const reached = new Set(begin);
  const asked = new Set<string>();

  const statementsOf = (id: string): Statements => graph.parse(graph.module(id)?.code ?? '');
  const isHandingOn = (id: string) =>
    HANDED_ON.test(graph.module(id)?.code ?? '') && isIndex(statementsOf(id));

  /** The module itself, or what an index has under the name; false where it has no such name. */
  async function take(id: string, name: string | null): Promise<boolean> {
    if (name === null || !isHandingOn(id)) {
      const has = name === null || graph.module(id)?.code?.includes(name) === true;
      if (has) reached.add(id);
      return has;
    }
    const key = `${id} ${name}`;
    if (asked.has(key)) return true;
    asked.add(key);
    for (const given of givenBy(statementsOf(id), name)) {
      const next = await graph.resolve(given.source, id);
      if (next !== null && (await take(next, given.name))) return true;
    }
    return false;
  }

  // A Set is walked in the order of insertion, what is added on the way included.
  for (const id of reached) {
    const { importedIds = [] } = graph.module(id) ?? {};
    const indexes = new Set(importedIds.filter(isHandingOn));
    for (const next of importedIds) if (!indexes.has(next)) reached.add(next);
    if (indexes.size === 0) continue;
    for (const { source, name } of takenBy(statementsOf(id))) {
      // Asked only of what may be an index: the bundler answers slowly.
      const isNear = [...indexes].some((index) => mayBe(source, index));
      const next = isNear ? await graph.resolve(source, id) : null;
      if (next !== null && indexes.has(next)) await take(next, name);
    }
  }
  return reached;
}

/** May a source name this module? A package is told by its name, a file by its folder's or its own. */
function mayBe(source: string, id: string): boolean {
  if (!source.startsWith('.')) return id.includes(`/node_modules/${source.split('/')[0]}`);
  const last = posix.basename(source);
  return /^\.*$/.test(last) || id.includes(`/${last}`);
}
