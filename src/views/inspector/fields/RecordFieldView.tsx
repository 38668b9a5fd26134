import { useMemo } from 'react';
import type { CollectionName } from '../../../map/schema';
import { ComboBox } from '../../controls/ComboBox';
import { useText } from '../../controls/LanguageProvider';
import { MultiComboBox } from '../../controls/MultiComboBox';
import { useMap } from '../../session/EditorContext';
import type { RecordField, RecordsField } from '../spec/spec';
import { useWrite } from './holder';
import { optionsOf } from './names';

/** The records of a collection to choose from. */
export function useOptions(collection: CollectionName) {
  const t = useText();
  const map = useMap((whole) => whole);
  // Only these tables carry the names that are shown.
  const { [collection]: table, touchpoints, stages } = map;
  return useMemo(
    () => optionsOf(map, collection, t),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- any other table may change freely
    [table, touchpoints, stages, collection, t],
  );
}

export function RecordFieldView({ spec, value }: { spec: RecordField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  return (
    <ComboBox
      label={t(spec.label)}
      hint={spec.hint && t(spec.hint)}
      options={useOptions(spec.to)}
      value={typeof value === 'string' ? value : null}
      clearable={spec.nullable}
      placeholder={t('field.none')}
      onChange={(id) => {
        if (id !== null || spec.nullable) write(id);
      }}
    />
  );
}

export function RecordsFieldView({ spec, value }: { spec: RecordsField; value: unknown }) {
  const t = useText();
  const write = useWrite(spec.label, spec.path);
  return (
    <MultiComboBox
      label={t(spec.label)}
      hint={spec.hint && t(spec.hint)}
      options={useOptions(spec.to)}
      value={Object.keys((value ?? {}))}
      onChange={(ids) => write(Object.fromEntries(ids.map((id) => [id, true])))}
    />
  );
}
