// Finds exported declarations of `src` without a doc block.
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import ts from 'typescript';
import { root } from './install.mjs';

const isExported = (/** @type {ts.Node} */ node) =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

/** Whether a block with words, its own or those of a tag, stands before a statement. */
const hasDocBlock = (/** @type {ts.Node} */ node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .some(({ comment, tags = [] }) => [comment, ...tags.map((tag) => tag.comment)].some(Boolean));

/** @returns {string[]} the names that a statement declares; none for a default export without a name */
function declaredNames(/** @type {ts.Statement} */ statement) {
  /** @returns {string[]} */
  const namesIn = (/** @type {ts.BindingName} */ name) =>
    ts.isIdentifier(name)
      ? [name.text]
      : name.elements.flatMap((item) => (ts.isBindingElement(item) ? namesIn(item.name) : []));
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement)
  ) {
    return statement.name ? [statement.name.text] : [];
  }
  return [];
}

/** @returns {string[]} the names that `export { a, b }` takes from its own file */
const exportedByList = (/** @type {ts.Statement} */ statement) =>
  ts.isExportDeclaration(statement) &&
  !statement.moduleSpecifier &&
  statement.exportClause &&
  ts.isNamedExports(statement.exportClause)
    ? statement.exportClause.elements.map((item) => (item.propertyName ?? item.name).text)
    : [];

/** Exported names of one file without a doc block. A schema and the type of its name share one, and so do overloads. */
export function undocumentedNames(/** @type {string} */ text, fileName = 'file.tsx') {
  const { statements } = ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true);
  const listed = new Set(statements.flatMap(exportedByList));
  /** @type {Set<string>} */
  const documented = new Set();
  /** @type {Set<string>} */
  const exported = new Set();
  for (const statement of statements) {
    for (const name of declaredNames(statement)) {
      if (hasDocBlock(statement)) documented.add(name);
      if (isExported(statement) || listed.has(name)) exported.add(name);
    }
  }
  return [...exported].filter((name) => !documented.has(name));
}

/** Exported declarations of `src` without a doc block. */
export function missingDocBlocks(/** @type {string} */ folder = root) {
  return readdirSync(join(folder, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => join('src', name).split(sep).join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
    .flatMap((file) =>
      undocumentedNames(readFileSync(join(folder, file), 'utf8'), file).map(
        (name) => `${file}: ${name} has no doc block`,
      ),
    );
}
