import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headersFor, metaPolicy, parseHeaders } from '../../.config/headers';

const rules = parseHeaders(readFileSync('public/_headers', 'utf8'));

describe('the headers file', () => {
  test('gives every path the security policy, workers included', () => {
    for (const path of ['/', '/index.html', '/assets/worker-1a2b3c4d.js', '/sw.js', '/deep/er']) {
      expect(headersFor(rules, path).get('Content-Security-Policy')).toContain(
        "default-src 'none'",
      );
    }
  });

  test('lets no script run but the app’s own files', () => {
    const policy = headersFor(rules, '/').get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
  });

  test('caches hashed assets for ever and asks again for everything that names them', () => {
    const cache = (path: string) => headersFor(rules, path).get('Cache-Control');
    expect(cache('/assets/index-1a2b3c4d.js')).toContain('immutable');
    for (const path of ['/', '/index.html', '/sw.js', '/manifest.webmanifest']) {
      expect(cache(path)).toBe('no-cache');
    }
  });

  test('leaves out of the page what browsers ignore there, and nothing else', () => {
    const policy = headersFor(rules, '/').get('Content-Security-Policy') ?? '';
    expect(`${metaPolicy(rules)}; frame-ancestors 'none'`).toBe(policy);
  });

  test('is refused with the line when it cannot be read', () => {
    expect(() => parseHeaders('  Orphan: header')).toThrow('Orphan: header');
    expect(() => parseHeaders('/*\n  no colon here')).toThrow('no colon here');
  });

  test('lets a later rule win over an earlier one', () => {
    const two = parseHeaders('/*\n  A: 1\n/x/*\n  A: 2');
    expect(headersFor(two, '/x/y').get('A')).toBe('2');
    expect(headersFor(two, '/y').get('A')).toBe('1');
  });
});
