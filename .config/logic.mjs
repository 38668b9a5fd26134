// Finds components that hold logic and that no unit or component test imports.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from './install.mjs';

/** From this many branches on a component holds logic. */
const LOGIC = 5;

/** Components that have no test yet. The list may only shrink: an entry that has one is a finding too. */
const EXCEPTIONS = new Set([]);

const branching = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
]);
const joining = new Set([ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken]);

/** How many branches the code of a file has: if, ?:, && and ||, case, loops. */
export function branchesOf(/** @type {string} */ text) {
  let count = 0;
  const visit = (/** @type {ts.Node} */ node) => {
    if (branching.has(node.kind)) count += 1;
    if (ts.isBinaryExpression(node) && joining.has(node.operatorToken.kind)) count += 1;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('file.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return count;
}

/** What a module takes from others when it is loaded: no types, nothing that is fetched later. */
function specifiersOf(/** @type {string} */ text) {
  const source = ts.createSourceFile(
    'f.tsx',
    text,
    ts.ScriptTarget.Latest,
    false,
    ts.ScriptKind.TSX,
  );
  return source.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    const onlyTypes = ts.isImportDeclaration(node)
      ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : node.isTypeOnly;
    const from = node.moduleSpecifier;
    return onlyTypes || !from || !ts.isStringLiteral(from) ? [] : [from.text];
  });
}

/** The file that a relative specifier names, if it is code. */
function fileOf(/** @type {string} */ from, /** @type {string} */ specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const path = join(dirname(from), specifier);
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
    .map((end) => path + end)
    .find((file) => /\.tsx?$/.test(file) && existsSync(file));
}

/** All files under a folder of the project whose name ends so, as whole paths. */
const filesIn = (/** @type {string} */ folder, /** @type {RegExp} */ ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

/** Files that the unit and component tests load, themselves included. */
function loadedByTests(/** @type {string} */ folder) {
  const tests = filesIn(join(folder, 'tests'), /\.test\.tsx?$/);
  if (tests.length === 0) throw new Error(`there is no test in ${folder}`);
  const loaded = new Set(tests);
  for (const file of loaded) {
    for (const specifier of specifiersOf(readFileSync(file, 'utf8'))) {
      const next = fileOf(file, specifier);
      if (next !== undefined) loaded.add(next);
    }
  }
  return loaded;
}

/**
 * Components with logic that no test loads, and exceptions that are none any more.
 * @param {string} [folder] the project: it has `src` and `tests`
 * @param {ReadonlySet<string>} [exceptions] paths from the project's folder
 */
export function untestedLogic(folder = root, exceptions = EXCEPTIONS) {
  const loaded = loadedByTests(folder);
  const untested = new Map(
    filesIn(join(folder, 'src'), /\.tsx$/)
      .filter((file) => !loaded.has(file))
      .map((file) => /** @type {const} */ ([file, branchesOf(readFileSync(file, 'utf8'))]))
      .filter(([, branches]) => branches >= LOGIC)
      .map(([file, branches]) => [relative(folder, file).split(sep).join('/'), branches]),
  );
  return [
    ...[...untested]
      .filter(([file]) => !exceptions.has(file))
      .map(([file, branches]) => `${file} has ${branches} branches and is imported by no test`),
    ...[...exceptions]
      .filter((file) => !untested.has(file))
      .map((file) => `${file} is a needless exception: take it off the list`),
  ];
}

/** The fixture's mistakes are found: a component without test, and an exception that needs none. */
export function checkUntestedLogic() {
  const fixture = join(root, '.config', 'layer-fixture');
  const found = untestedLogic(fixture, new Set(['src/views/Tested.tsx', 'src/views/Excepted.tsx']));
  const expected = [
    'src/views/Untested.tsx has 5 branches and is imported by no test',
    'src/views/Tested.tsx is a needless exception: take it off the list',
  ];
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`the fixture gave: ${found.join('; ')}`];
}
