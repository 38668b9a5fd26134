import js from '@eslint/js';
import a11y from 'eslint-plugin-jsx-a11y';
import { defineConfig } from 'eslint/config';
import hooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noLiteralText } from './.config/eslint/no-literal-text.mjs';

/** Their results differ between browsers, so the engine uses its own (docs/architecture, "Chance"). */
const inexactMath = 'exp expm1 log log1p log2 log10 pow sin cos tan atan2 cbrt hypot tanh'.split(
  ' ',
);

const zodByName = {
  selector:
    "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
  message: "Write `import * as z from 'zod'`: it can be tree-shaken.",
};

export default defineConfig(
  {
    ignores: [
      'dist',
      '.cache',
      'coverage',
      'node_modules',
      'tests/fixtures',
      '.config/layer-fixture',
      'public',
    ],
  },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', zodByName],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 100, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true } }],
      'no-restricted-properties': [
        'error',
        {
          object: 'Math',
          property: 'random',
          message: 'Ids come from crypto, luck from the seed.',
        },
      ],
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [a11y.flatConfigs.recommended, hooks.configs.flat['recommended-latest']],
    plugins: { local: { rules: { 'no-literal-text': noLiteralText } } },
    rules: { 'local/no-literal-text': 'error' },
  },
  {
    files: ['src/**/use*.ts'],
    extends: [hooks.configs.flat['recommended-latest']],
  },
  {
    files: [
      'src/canvas/layers/token*.ts',
      'src/runs/replay/*.ts',
      'src/views/run/replay/*.{ts,tsx}',
    ],
    rules: {
      // The replay reads the engine's columns, within bounds it has set up itself.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/simulation/**/*.ts'],
    rules: {
      // Typed arrays answer `number | undefined`; the compiled engine indexes within bounds it has set up itself.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Luck comes from the seed.' },
        ...inexactMath.map((property) => ({
          object: 'Math',
          property,
          message: 'Differs between browsers; use the library port.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        zodByName,
        { selector: "BinaryExpression[operator='**']", message: 'Differs between browsers.' },
        {
          selector: "CallExpression[callee.property.name='localeCompare']",
          message: 'Order must not depend on the locale.',
        },
      ],
    },
  },
  {
    files: ['src/cli/**/*.ts'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    // The other component tests share their modules: a mock would reach them, or come too late.
    files: ['tests/**/*.test.tsx'],
    ignores: ['tests/**/*.mocked.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        zodByName,
        {
          selector:
            "CallExpression[callee.object.name='vi'][callee.property.name=/^(do)?[mM]ock$/]",
          message: 'A test that replaces a module is called *.mocked.test.tsx.',
        },
      ],
    },
  },
  {
    files: ['*.{js,ts}', '.config/**'],
    languageOptions: { globals: globals.node },
    rules: {
      // The scripts read JSON of other programs.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
    },
  },
);
