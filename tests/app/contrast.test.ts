import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COLORS } from '../../src/map/schema';

const css = readFileSync(join(import.meta.dirname, '../../src/app/theme/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'surface-canvas', 'surface-raised'];
const onGrounds = (ink: string) => grounds.map((ground) => [ink, ground] as const);

/** Text on its ground: at least 4.5:1. */
const texts: (readonly [string, string])[] = [
  ...['text', 'text-soft', 'text-muted', 'accent-text', 'severity-error-text'].flatMap(onGrounds),
  ['text-muted', 'surface-sunken'],
  ['text-muted', 'surface-hover'],
  ['text-inverse', 'surface-inverse'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['accent-text', 'accent-soft'],
  ...['n2', 'n1', '0', '1', '2'].map((e) => [`emotion-${e}-text`, `emotion-${e}-soft`] as const),
  ...['met', 'watch', 'missed'].map((s) => [`kpi-${s}-text`, `kpi-${s}-soft`] as const),
  ...['error', 'warning', 'info'].map((s) => [`severity-${s}-text`, `severity-${s}-soft`] as const),
  ...COLORS.flatMap((c) => [
    [`color-${c}-text`, `color-${c}-soft`] as const,
    [`color-${c}-text`, 'surface'] as const,
    [`color-${c}-on-solid`, `color-${c}-solid`] as const,
  ]),
];

/** Shapes that say something, beside their ground: at least 3:1. */
const shapes: (readonly [string, string])[] = [
  ...['accent', 'focus-ring', 'line-strong', 'danger'].flatMap(onGrounds),
  ...['n2', 'n1', '0', '1', '2'].flatMap((e) => onGrounds(`emotion-${e}`)),
  ...['met', 'watch', 'missed'].flatMap((s) => onGrounds(`kpi-${s}`)),
  ...['error', 'warning', 'info'].flatMap((s) => onGrounds(`severity-${s}`)),
  ...COLORS.flatMap((c) => [
    ...onGrounds(`color-${c}-solid`),
    [`color-${c}-line`, 'surface'] as const,
  ]),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  function tooWeak(pairs: typeof texts, least: number): string[] {
    return pairs.flatMap(([ink, ground]) => {
      const a = tokens.get(ink);
      const b = tokens.get(ground);
      if (!a || !b) return [`${ink} or ${ground} is no token`];
      const ratio = contrast(a[theme], b[theme]);
      return ratio >= least ? [] : [`${ink} on ${ground}: ${ratio.toFixed(2)}`];
    });
  }
  test('every text can be read (4.5:1)', () => {
    expect(tooWeak(texts, 4.5)).toEqual([]);
  });
  test('every shape that says something can be seen (3:1)', () => {
    expect(tooWeak(shapes, 3)).toEqual([]);
  });
});

describe('what steps back on the canvas', () => {
  const files = ['card/TouchpointCard', 'card/NoteCard', 'layers/BandLayer'];
  const rules = files.flatMap((file) => {
    const path = join(import.meta.dirname, `../../src/canvas/${file}.module.css`);
    return [...readFileSync(path, 'utf8').matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
      ([, selector = '', body = '']) =>
        /data-dim/.test(selector) ? [{ selector: selector.trim(), body }] : [],
    );
  });
  test('is not made transparent as a whole, which would take its text below 4.5:1', () => {
    expect(rules.length).toBeGreaterThan(5);
    const faded = rules.filter(({ body }) => /(^|\s)opacity:/.test(body));
    // Pictures may fade; each rule names them.
    expect(faded.filter(({ selector }) => !/svg/.test(selector))).toEqual([]);
  });
  test('has its texts in the quietest colour that can be read, on grounds it can be read on', () => {
    const set = rules.flatMap(({ body }) =>
      [...body.matchAll(/(--[\w-]*(?:text|soft|raised)[\w-]*): ([^;]+);/g)].map(
        ([, name = '', value = '']) => ({ name, value }),
      ),
    );
    const inks = set.filter(({ name }) => /^--(.*-)?text/.test(name));
    expect(inks.length).toBeGreaterThan(5);
    expect(new Set(inks.map(({ value }) => value))).toEqual(new Set(['var(--text-muted)']));
    const paper = set.filter(({ name }) => !inks.some((ink) => ink.name === name));
    expect(new Set(paper.map(({ value }) => value))).toEqual(
      new Set(['var(--surface-canvas)', 'transparent']),
    );
  });
});

/** What a person without red cones or without green cones sees (Machado, Oliveira, Fernandes 2009), linear RGB. */
const BLINDNESS = {
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
} as const;

/** OKLab of a colour as seen with a kind of colour blindness. */
function seen(hex: string, matrix: readonly number[]): number[] {
  const rgb = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  const [r = 0, g = 0, b = 0] = [0, 3, 6].map((row) =>
    Math.max(
      0,
      rgb.reduce((sum, c, i) => sum + c * (matrix[row + i] ?? 0), 0),
    ),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

test.each(['protanopia', 'deuteranopia'] as const)(
  'good and bad emotions differ with %s',
  (kind) => {
    for (const theme of ['light', 'dark'] as const) {
      for (const bad of ['n2', 'n1']) {
        for (const good of ['1', '2']) {
          const a = seen(tokens.get(`emotion-${bad}`)?.[theme] ?? '', BLINDNESS[kind]);
          const b = seen(tokens.get(`emotion-${good}`)?.[theme] ?? '', BLINDNESS[kind]);
          const distance = Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
          expect(distance, `${theme} ${bad} and ${good}`).toBeGreaterThan(0.1);
        }
      }
    }
  },
);
