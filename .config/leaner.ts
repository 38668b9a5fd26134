import type { Plugin } from 'vite';

/** Modules of zod that write JSON Schemas. Every schema carries a method that reaches them. */
const WRITERS = /\/zod\/v4\/core\/(?:to-json-schema|json-schema-processors)\.js$/;
/** What reads a schema's own limits lives there too, and is no writer. */
const READERS = ['aggregateChecks'];
const EXPORTED = /^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm;

/**
 * Leaves out of the page what nothing in it calls and no bundler can tell: the JSON Schema is written on the
 * command line only. Whoever calls it in the page after all is told.
 */
export function leaner(): Plugin {
  return {
    name: 'leaner',
    apply: 'build',
    transform: {
      filter: { id: WRITERS },
      handler(code, id) {
        const names = [...code.matchAll(EXPORTED)].map(([, name, other]) => name ?? other ?? '');
        const kept = names.filter((name) => READERS.includes(name));
        const left = names.filter((name) => !READERS.includes(name));
        const text = 'JSON Schemas are left out of the page: .config/leaner.ts';
        return {
          code: [
            `const absent = () => { throw new Error('${text}'); };`,
            'const absentOf = () => absent;',
            `export { ${left.map((name) => `absentOf as ${name}`).join(', ')} };`,
            kept.length > 0 ? `export { ${kept.join(', ')} } from '${id}?whole';` : '',
          ].join('\n'),
          map: null,
        };
      },
    },
  };
}
