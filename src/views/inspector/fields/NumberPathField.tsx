import { useMemo } from 'react';
import type { MessageId } from '../../../language';
import { inTurn, setField } from '../../../map/edits';
import type { CollectionName, JourneyMap } from '../../../map/schema';
import { ComboBox } from '../../../controls/ComboBox';
import type { ComboOption } from '../../../controls/comboOptions';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import { useHolder } from './holder';
import { nameOf } from '../../../map/records';
import type { PlainProps } from '../../../editing/fields';

interface NumberAt {
  readonly collection: CollectionName;
  readonly id: string;
  readonly path: string;
}

/** The numbers a what-if usually turns; a segment's own chance has a path of its own. */
const NUMBERS: readonly (readonly [CollectionName, path: string, label: MessageId])[] = [
  ['transitions', '/chance/base', 'field.chance'],
  ['transitions', '/economics/revenue', 'field.revenue'],
  ['touchpoints', '/economics/revenue', 'field.revenue'],
  ['touchpoints', '/economics/monthlyPrice', 'field.monthlyPrice'],
  ['touchpoints', '/weight/base', 'field.weight'],
  ['touchpoints', '/dropOffAfter', 'field.dropOffAfter'],
  ['personas', '/share', 'field.personaShare'],
  ['campaigns', '/cost/fixed', 'field.fixed'],
  ['campaigns', '/cost/perContact', 'field.perContact'],
  ['campaigns', '/controlShare', 'field.controlShare'],
];

const keyOf = ({ collection, id, path }: NumberAt) => `${collection} ${id} ${path}`;

/** Which number of the map is replaced. */
export function NumberPathField({ value, label }: PlainProps) {
  const t = useText();
  const editor = useEditor();
  const holder = useHolder();
  const map = useMap((whole) => whole);
  const at = value as NumberAt;
  const options = useMemo(() => {
    const known = NUMBERS.flatMap(([collection, path, name]) =>
      Object.keys(map[collection]).map((id) => option(map, { collection, id, path }, t(name))),
    );
    const segments = Object.entries(map.transitions).flatMap(([id, { chance }]) =>
      Object.keys(chance.bySegment).map((segment) =>
        option(
          map,
          { collection: 'transitions', id, path: `/chance/bySegment/${segment}/value` },
          `${t('field.chance')}, ${nameOf(map, 'segments', segment, t)}`,
        ),
      ),
    );
    return [...known, ...segments];

    function option(whole: JourneyMap, place: NumberAt, name: string): ComboOption {
      return {
        id: keyOf(place),
        label: nameOf(whole, place.collection, place.id, t),
        hint: name,
      };
    }
  }, [map, t]);

  return (
    <ComboBox
      label={label}
      options={options}
      value={keyOf(at)}
      onChange={(key) => {
        const [collection, id, path] = key?.split(' ') ?? [];
        if (holder.collection === null || collection === undefined) return;
        // In one edit: a kind and the id of another kind would point at nothing in between.
        const [own, at] = [holder.collection, holder.id];
        editor.edit(
          'field.number',
          inTurn(
            ...Object.entries({ collection, id, path }).map(([field, part]) =>
              setField(own, at, [...holder.base, field], part),
            ),
          ),
        );
      }}
    />
  );
}
