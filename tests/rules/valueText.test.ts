import { expect, test } from 'vitest';
import { loadLanguage } from '../../src/language/load';
import { newMap } from '../../src/map/records';
import { readText, spokenText, turnText, valueText } from '../../src/rules/valueText';
import type { ExplainedClause } from '../../src/rules';
import { parsed } from './support';

test('a drawn number is written as people speak of it, a whole one as it is', async () => {
  const language = await loadLanguage({ locale: 'de', tag: 'de-DE' });
  const told = [35.74, 1234.5, 3.14159, -0.256, 7, 120, true].map((value) =>
    spokenText(value, language),
  );
  expect(told).toEqual(['36', '1.235', '3,1', '-0,26', '7', '120', 'ja']);
});

test('a value is written as people write it, and none as not set', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const written = [
    null,
    undefined,
    '',
    [],
    ['a', 'b'],
    'Plus',
    '2026-11-30',
    '2026-11-3',
    1234.5,
    true,
    false,
  ];
  expect(written.map((value) => valueText(value, language))).toEqual([
    'not set',
    'not set',
    'not set',
    'not set',
    'a and b',
    'Plus',
    '30 Nov 2026',
    '2026-11-3',
    '1,234.5',
    'yes',
    'no',
  ]);
});

test('a persona that a rule has read is told by name, other records and values as they are', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const map = newMap({ personas: { personaaaaaa: { name: 'Ana' }, personabbbbb: { name: '' } } });
  const read = (clause: object, actual: string) =>
    readText({ clause: parsed(clause), actual } as ExplainedClause, map, language);
  const persona = { kind: 'persona', persona: 'personaaaaaa' };
  expect(read(persona, 'personaaaaaa')).toBe('Ana');
  expect(read(persona, 'personabbbbb')).toBe('personabbbbb');
  expect(read({ kind: 'arm', campaign: 'campaignaaaa', arm: 'treated' }, 'personaaaaaa')).toBe(
    'personaaaaaa',
  );
});

test('what would have turned a clause is said with the value it would have taken', async () => {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const said = (turn: object) => turnText({ turn } as ExplainedClause, language);
  expect(said({ to: 'value', value: 5 })).toContain('5');
  expect(said({ to: 'unset' })).not.toBe(said({ to: 'other' }));
});
