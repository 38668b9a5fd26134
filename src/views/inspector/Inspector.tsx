import { useMemo } from 'react';
import type { Target } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { useEditorState, useMap } from '../session';
import styles from './Inspector.module.css';
import { RecordHead } from './RecordHead';
import { RecordSections } from './RecordSections';
import { FieldContext } from './fields/FieldList';
import { FieldView } from './fields/FieldView';
import { HolderProvider } from './fields/holder';
import { SeveralInspector } from './several/SeveralInspector';
import { SPECS } from '../../editing/fields';
import { useKeptFocus } from './useKeptFocus';

/** Every field of the selected record, or of the map where nothing is selected. */
export function Inspector() {
  const selection = useEditorState((state) => state.selection);
  if (selection.length > 1) return <SeveralInspector selection={selection} />;
  const [target] = selection;
  return target ? <RecordInspector target={target} key={target.id} /> : <MapInspector />;
}

function RecordInspector({ target: { collection, id } }: { target: Target }) {
  const record = useMap((map) => map[collection][id]);
  const holder = useMemo(() => ({ collection, id, base: [] }), [collection, id]);
  const root = useKeptFocus();
  if (!record || collection === 'assets') return <MapInspector />;
  return (
    <HolderProvider holder={holder}>
      <div ref={root} className={styles.inspector}>
        <RecordHead collection={collection} id={id} />
        <FieldContext value={FieldView}>
          <RecordSections spec={SPECS[collection]} value={record} />
        </FieldContext>
      </div>
    </HolderProvider>
  );
}

function MapInspector() {
  const map = useMap((whole) => whole);
  const t = useText();
  const holder = useMemo(() => ({ collection: null, id: map.id, base: [] }), [map.id]);
  const root = useKeptFocus();
  return (
    <HolderProvider holder={holder}>
      <div ref={root} className={styles.inspector}>
        <p className={styles.kind}>{t('inspector.map')}</p>
        <FieldContext value={FieldView}>
          <RecordSections spec={SPECS.map} value={map} />
        </FieldContext>
      </div>
    </HolderProvider>
  );
}
