import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

interface HeaderRule {
  readonly pattern: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** Directives a `<meta>` policy must not carry: browsers ignore them there and say so in the console. */
const notInMeta = new Set(['frame-ancestors', 'report-uri', 'report-to', 'sandbox']);

/** Reads the `_headers` format of static hosts: a path, then its headers indented. `#` starts a comment line. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: { pattern: string; headers: Map<string, string> }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: new Map() });
      continue;
    }
    const colon = line.indexOf(':');
    const rule = rules.at(-1);
    if (colon < 0 || !rule) throw new Error(`_headers: cannot read the line "${line}"`);
    rule.headers.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return rules;
}

/** The headers a path gets: every matching rule applies, a later one wins. */
export function headersFor(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pattern, headers } of rules) {
    const matches = pattern.endsWith('*')
      ? path.startsWith(pattern.slice(0, -1))
      : path === pattern;
    if (matches) for (const [name, value] of headers) found.set(name, value);
  }
  return found;
}

/** The part of the policy that a `<meta>` can hold. */
export function metaPolicy(rules: readonly HeaderRule[]): string {
  const policy = headersFor(rules, '/index.html').get('Content-Security-Policy');
  if (policy === undefined) throw new Error('_headers: no Content-Security-Policy for /index.html');
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => !notInMeta.has(directive.split(' ')[0] ?? ''))
    .join('; ');
}

/** Serves the real headers in `vite preview` and writes the policy into the built page as a floor for hosts that send none. */
export function realHeaders(file: string): Plugin {
  const read = () => parseHeaders(readFileSync(file, 'utf8'));
  return {
    name: 'real-headers',
    configurePreviewServer(server) {
      const rules = read();
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
        next();
      });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { server }) =>
        server
          ? []
          : [
              {
                tag: 'meta',
                attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy(read()) },
                injectTo: 'head-prepend',
              },
            ],
    },
  };
}
