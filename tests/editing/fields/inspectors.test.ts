import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SPECS } from '../../../src/editing/fields';
import type { FieldSpec, SectionSpec } from '../../../src/editing/fields/spec';
import { newMap } from '../../../src/map/records';

// Dates that a new row begins with are today's.
beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-30'), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

/**
 * What every inspector shows, section by section and field by field, with limits and first values. A change of an
 * inspector is a change of this text, which a reader of the commit sees.
 */
test('inspectors show what is written down', async () => {
  const text = Object.entries(SPECS)
    .map(([name, sections]) => [`# ${name}`, ...sections.flatMap(sectionLines)].join('\n'))
    .join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('./inspectors.txt');
});

/** A map in which a row that must point somewhere finds something. */
const MAP = newMap({
  touchpoints: { touchpointaa: {} },
  transitions: { transitionaa: { from: 'touchpointaa', to: 'touchpointaa' } },
  segments: { segmentaaaaa: { rule: { kind: 'everyone' } } },
  attributes: { attributeaaa: { name: 'age', type: 'number' } },
  campaigns: { campaignaaaa: {} },
});

function sectionLines(section: SectionSpec): string[] {
  const marks = [section.open ? 'open' : '', section.shownFor ? 'not for all' : ''];
  const heading = ['##', section.title, ...marks.filter(Boolean)].join(' ');
  return [heading, ...section.fields.flatMap((field) => fieldLines(field, '- '))];
}

function fieldLines(spec: FieldSpec, indent: string): string[] {
  const { path, label, hint, shownFor, control, ...rest } = spec;
  const words = [
    `/${path.join('/')}`,
    control,
    label,
    ...(hint ? [hint] : []),
    ...(shownFor ? ['not for all'] : []),
    ...extrasOf(rest),
  ];
  const inner = `  ${indent}`;
  const parts =
    spec.control === 'union'
      ? spec.options.flatMap(({ value, initial, fields }) => [
          `${inner}${value} ${spec.nameOf(value)} ${JSON.stringify(initial)}`,
          ...fields.flatMap((field) => fieldLines(field, `  ${inner}`)),
        ])
      : spec.control === 'table' || spec.control === 'keyed' || spec.control === 'optional'
        ? spec.fields.flatMap((field) => fieldLines(field, inner))
        : [];
  return [`${indent}${words.join(' · ')}`, ...parts];
}

/** Everything else that is data, or can be asked for data. */
function extrasOf(rest: object): string[] {
  return Object.entries(rest).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'fields' || value === undefined) return [];
    if (key === 'options' && 'discriminator' in rest) return [];
    if (key === 'initial' && typeof value === 'function') {
      const initial = value as (map: typeof MAP) => unknown;
      return [`initial ${JSON.stringify(initial(MAP))}`];
    }
    if (typeof value === 'function') return named(key, value as (option: string) => unknown, rest);
    if (key === 'format') return ['format'];
    return [`${key} ${JSON.stringify(value)}`];
  });
}

/** Names and headings of options, spelled out. */
function named(key: string, of: (option: string) => unknown, rest: object): string[] {
  if (key !== 'nameOf' && key !== 'groupOf') return [key];
  if (!('options' in rest) || 'discriminator' in rest) return [];
  return [`${key} ${(rest.options as readonly string[]).map(of).join(' ')}`];
}
