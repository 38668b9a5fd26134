// Packages that ship no types of their own.
declare module 'eslint-plugin-jsx-a11y' {
  import type { Linter } from 'eslint';
  const plugin: { flatConfigs: { recommended: Linter.Config } };
  export default plugin;
}

declare module '@size-limit/file' {
  /** Really a list of plugins; size-limit takes both, and its types know only this. */
  const plugin: (...values: unknown[]) => unknown;
  export default plugin;
}
