import { describe, expect, test } from 'vitest';
import { isObject, MAP_SHAPE, memberOf, type Shape } from '../../src/map/shape';
import { parseMap, serialise } from '../../src/map/text';
import { loadSample, SAMPLE_IDS } from '../../src/samples';
import { LANGUAGES, sampleMap, sampleText } from './read';
import { textsOf, withoutTexts } from './texts';

const files = SAMPLE_IDS.flatMap((id) => LANGUAGES.map((language) => ({ id, language })));

describe.each(files)('$id in $language', ({ id, language }) => {
  test('opens without a repair and is written in the canonical form', () => {
    const text = sampleText(id, language);
    const { outcome, map, repairs } = parseMap(text);
    expect({ outcome, repairs }).toEqual({ outcome: 'opened', repairs: [] });
    expect(map && serialise(map) === text).toBe(true);
    expect(map?.language).toBe(language);
  });

  test('holds only fields the schema knows', () => {
    expect(unknownFields(JSON.parse(sampleText(id, language)), MAP_SHAPE, '')).toEqual([]);
  });

  test('is what the loader gives for that language, with or without a region', async () => {
    expect(await loadSample(id, language)).toBe(sampleText(id, language));
    expect(await loadSample(id, `${language}-MY`)).toBe(sampleText(id, language));
  });
});

test('a language without a file of its own gets the English one', async () => {
  expect(await loadSample('coachinglive', 'fr')).toBe(sampleText('coachinglive'));
});

describe.each(SAMPLE_IDS.map((id) => ({ id })))('$id', ({ id }) => {
  test.each(['de', 'ms'] as const)('has the same ids and numbers in English and %s', (language) => {
    expect(withoutTexts(sampleMap(id, language))).toEqual(withoutTexts(sampleMap(id)));
  });

  test.each(['de', 'ms'] as const)('leaves no English text in %s', (language) => {
    const translated = textsOf(sampleMap(id, language));
    const left = [...textsOf(sampleMap(id))]
      .filter(([pointer, text]) => translated.get(pointer) === text)
      .map(([, text]) => text)
      .filter((text) => !SAME_EVERYWHERE.has(text) && !SAME_IN[language].has(text));
    expect([...new Set(left)]).toEqual([]);
  });

  test('every text of English has its German and Malay one', () => {
    const english = [...textsOf(sampleMap(id)).keys()];
    for (const language of ['de', 'ms'] as const) {
      expect([...textsOf(sampleMap(id, language)).keys()]).toEqual(english);
    }
  });
});

/** Names, brands and figures; then words a language shares with English. */
const SAME_EVERYWHERE = new Set(
  'Aisha,Dana,Mira,Tom,Light,Full,iPhone,Android,Webinar,CAC,CLV : CAC,CSAT,NPS'.split(','),
);
const SAME_IN = {
  de: new Set('Chat,Coaches,Link,Marketing,Motivation,Newsletter,Service,Shop,normal'.split(',')),
  ms: new Set<string>(),
};

function unknownFields(value: unknown, shape: Shape | null, pointer: string): string[] {
  const known = shape && memberOf(shape, value);
  if (Array.isArray(value)) {
    const item = known?.type === 'list' ? known.item() : null;
    return value.flatMap((each, index) => unknownFields(each, item, `${pointer}/${String(index)}`));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const here = `${pointer}/${field}`;
    if (known?.type === 'table') return unknownFields(inner, known.value, here);
    const next = known?.type === 'object' ? known.fields.get(field) : undefined;
    return next ? unknownFields(inner, next, here) : [here];
  });
}
