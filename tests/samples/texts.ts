import type { JourneyMap } from '../../src/map/schema';
import { isObject } from '../../src/map/shape';

/** Fields that hold text people read; everything else must be the same in every language. */
const TEXT_FIELDS = new Set(
  `title description name goal goals owner label doing thinking feeling says thinks does feels quote
  frustrations motivations channels dataSource unit text message question role source`.split(/\s+/),
);

type Text = readonly [pointer: string, text: string];

interface Reading {
  readonly pointer: string;
  readonly key: string;
  /** Choices of the attribute this value belongs to: words of the map, told by their place. */
  readonly choices: readonly string[] | null;
}

/**
 * A map with every text taken out: texts become a mark, words of a choice their place in the list.
 * The texts are handed to `found`.
 */
export function withoutTexts(map: JourneyMap, found: (text: Text) => void = () => undefined) {
  const choicesOf = (id: unknown) =>
    typeof id === 'string' ? (map.attributes[id]?.choices ?? null) : null;

  const read = (value: unknown, { pointer, key, choices }: Reading): unknown => {
    if (typeof value === 'string') {
      const place = choices && ['value', 'default', 'choices'].includes(key);
      if (place && choices.length > 0) {
        found([pointer, value]);
        const index = choices.indexOf(value);
        if (index < 0) throw new Error(`${pointer}: ${value} is none of the choices`);
        return index;
      }
      if (key === 'language') return null;
      if (!isText(pointer, key) || value === '') return value;
      found([pointer, value]);
      return '…';
    }
    if (Array.isArray(value)) {
      return value.map((item, index) =>
        read(item, { pointer: `${pointer}/${String(index)}`, key, choices }),
      );
    }
    if (!isObject(value)) return value;
    const own = choicesOf(value.attribute) ?? choices;
    return Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [
        field,
        read(inner, {
          pointer: `${pointer}/${field}`,
          key: field,
          choices: key === 'attributes' ? choicesOf(field) : own,
        }),
      ]),
    );
  };
  return read(map, { pointer: '', key: '', choices: null });
}

/** A formula's unit and the channels a view filters by are ids, not words. */
function isText(pointer: string, key: string): boolean {
  return TEXT_FIELDS.has(key) && !pointer.includes('/metric/') && !pointer.includes('/filter/');
}

/** Every text of a map by where it stands. */
export function textsOf(map: JourneyMap): Map<string, string> {
  const texts = new Map<string, string>();
  withoutTexts(map, ([pointer, text]) => texts.set(pointer, text));
  return texts;
}
