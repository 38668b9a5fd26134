import type { Plugin } from 'vite';

/** The files of zod that write a schema as JSON Schema. */
const WRITERS = /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/;

/**
 * Leaves out of the app what writes zod's schemas as JSON Schema: 5 kB of gzip before the first
 * screen. Every schema names these functions, so no bundler finds out that nobody calls them. In the
 * app a call of one throws; in Node, where tests and the command line run, they are there.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: WRITERS },
      handler(code) {
        const lists = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, list = '']) =>
          list.split(',').map((name) => name.trim().split(' as ').at(-1) ?? ''),
        );
        const declared = [...code.matchAll(/^export (?:function|const) (\w+)/gm)];
        const names = [...declared.map(([, name = '']) => name), ...lists];
        return {
          code: [
            "function refuse() { throw new Error('The app writes no JSON Schema.'); }",
            // A schema asks for its method when it is made, so only the method itself may throw.
            'const refusing = () => refuse;',
            ...names.map(
              (name) =>
                `export { ${name.startsWith('create') ? 'refusing' : 'refuse'} as ${name} };`,
            ),
          ].join('\n'),
          map: null,
        };
      },
    },
  };
}
