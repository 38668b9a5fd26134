// Finds exported values nobody imports, files nobody reaches, and packages nobody uses.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from './install.mjs';

/** Where running code begins. */
const entries = ['src/app/main.tsx', 'src/cli/main.ts', 'src/vite-env.d.ts'];

/** Packages used by name only: by a script, the compiler, or another tool. */
const usedByName = new Set([
  'typescript',
  'prettier',
  'tsx',
  'jsdom',
  '@testing-library/dom',
  '@stryker-mutator/vitest-runner',
]);

/**
 * What one file says about others.
 * @typedef {object} Source
 * @property {Map<string, boolean>} exports its exported names; true for a value, false for a type
 * @property {{ file: string | undefined, specifier: string, names: string[] | 'all' }[]} imports
 */

const options = /** @type {ts.CompilerOptions} */ ({
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  module: ts.ModuleKind.ESNext,
  resolveJsonModule: true,
  allowJs: true,
  allowImportingTsExtensions: true,
});

/** All files of the code under a folder, as paths from the root with forward slashes. */
function codeFiles(/** @type {string} */ folder) {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).split(sep).join('/'))
    .filter((name) => /\.(ts|tsx|mjs|cjs|js)$/.test(name) && !name.includes('layer-fixture'));
}

/** @returns {Source} */
function readSource(/** @type {string} */ file) {
  const path = join(root, file);
  const source = ts.createSourceFile(
    path,
    readFileSync(path, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  /** @type {Source} */
  const found = { exports: new Map(), imports: [] };

  const addImport = (/** @type {string} */ specifier, /** @type {string[] | 'all'} */ names) => {
    const plain = specifier.replace(/\?.*$/, '');
    const resolved = plain.startsWith('.')
      ? ts.resolveModuleName(plain, path, options, ts.sys).resolvedModule?.resolvedFileName
      : undefined;
    const local =
      resolved === undefined ? undefined : relative(root, resolved).split(sep).join('/');
    found.imports.push({ file: local, specifier: plain, names });
  };

  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      addImport(node.moduleSpecifier.text, importedNames(node.importClause));
    } else if (ts.isExportDeclaration(node)) {
      const named =
        node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
      const onlyTypes = node.isTypeOnly;
      for (const item of named) found.exports.set(item.name.text, !onlyTypes && !item.isTypeOnly);
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
        const names = named.map((item) => (item.propertyName ?? item.name).text);
        addImport(node.moduleSpecifier.text, names.length > 0 ? names : 'all');
      }
    } else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      node.arguments[0] &&
      ts.isStringLiteralLike(node.arguments[0])
    ) {
      addImport(node.arguments[0].text, 'all');
    } else if (isUrlOfThisModule(node)) {
      addImport(node.arguments[0].text, 'all');
    } else if (isExported(node)) {
      for (const [name, value] of declaredNames(node)) found.exports.set(name, value);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @returns {string[] | 'all'} */
function importedNames(/** @type {ts.ImportClause | undefined} */ clause) {
  if (!clause) return [];
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return 'all';
  const names = bindings
    ? bindings.elements.map((item) => (item.propertyName ?? item.name).text)
    : [];
  return clause.name ? [...names, 'default'] : names;
}

/**
 * `new URL('./worker.ts', import.meta.url)`: how a worker is reached.
 * @returns {node is ts.NewExpression & { arguments: [ts.StringLiteralLike] }}
 */
function isUrlOfThisModule(/** @type {ts.Node} */ node) {
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'URL' &&
    node.arguments?.[0] !== undefined &&
    ts.isStringLiteralLike(node.arguments[0]) &&
    node.arguments[1]?.getText() === 'import.meta.url'
  );
}

function isExported(/** @type {ts.Node} */ node) {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

/** @returns {[string, boolean][]} the names a declaration exports, and whether each is a value */
function declaredNames(/** @type {ts.Node} */ node) {
  if (ts.isVariableStatement(node)) {
    /** @type {[string, boolean][]} */
    const names = [];
    const collect = (/** @type {ts.BindingName} */ name) => {
      if (ts.isIdentifier(name)) names.push([name.text, true]);
      else for (const item of name.elements) if (ts.isBindingElement(item)) collect(item.name);
    };
    node.declarationList.declarations.forEach(({ name }) => collect(name));
    return names;
  }
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
    return [[node.name.text, false]];
  if (
    (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node)) &&
    node.name
  ) {
    return [[node.name.text, true]];
  }
  return [];
}

function readAll() {
  const files = [
    ...codeFiles('src'),
    ...codeFiles('tests'),
    ...codeFiles('.config'),
    'vite.config.ts',
    'eslint.config.js',
  ];
  return new Map(files.map((file) => [file, readSource(file)]));
}

/** Exported values of `src` that no other file, test or tool imports. Types may describe a contract by themselves. */
export function unusedExports() {
  const sources = readAll();
  /** @type {Map<string, Set<string> | 'all'>} */
  const used = new Map();
  for (const { imports } of sources.values()) {
    for (const { file, names } of imports) {
      if (file === undefined) continue;
      const before = used.get(file);
      used.set(
        file,
        names === 'all' || before === 'all' ? 'all' : new Set([...(before ?? []), ...names]),
      );
    }
  }
  const found = [];
  for (const [file, { exports }] of sources) {
    const names = used.get(file);
    if (!file.startsWith('src/') || entries.includes(file) || names === 'all') continue;
    for (const [name, value] of exports)
      if (value && !names?.has(name)) found.push(`${file}: ${name} is not imported anywhere`);
  }
  return found;
}

/** Files of `src` that the app and the command line never reach. */
export function unreachedFiles() {
  const sources = readAll();
  const reached = new Set(entries);
  for (const file of reached) {
    for (const { file: next } of sources.get(file)?.imports ?? [])
      if (next !== undefined) reached.add(next);
  }
  return [...sources.keys()]
    .filter((file) => file.startsWith('src/') && !file.endsWith('.d.ts') && !reached.has(file))
    .map((file) => `${file} is reached by neither the app nor the command line`);
}

/** Packages that package.json names and nothing uses. */
export function unusedPackages() {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const specifiers = [...readAll().values()].flatMap(({ imports }) =>
    imports.map(({ specifier }) => specifier),
  );
  const styles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const scripts = Object.values(manifest.scripts).join('\n');
  const isUsed = (/** @type {string} */ name) =>
    usedByName.has(name) ||
    name.startsWith('@types/') ||
    specifiers.some((specifier) => specifier === name || specifier.startsWith(`${name}/`)) ||
    styles.includes(name) ||
    scripts.includes(name);
  return [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)]
    .filter((name) => !isUsed(name))
    .map((name) => `${name} is in package.json but nothing uses it`);
}
