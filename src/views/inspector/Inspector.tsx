import { useMemo } from 'react';
import type { Target } from '../../map/schema';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { useEditorState, useMap } from '../session';
import styles from './Inspector.module.css';
import { RecordHead } from './RecordHead';
import { RecordSections } from './RecordSections';
import { HolderProvider } from './fields/holder';
import { SPECS } from '../../editing/fields';
import { useKeptFocus } from './useKeptFocus';

/** Every field of the selected record, or of the map where nothing is selected. */
export function Inspector() {
  const selection = useEditorState((state) => state.selection);
  if (selection.length > 1) return <SeveralSelected count={selection.length} />;
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
        <RecordSections spec={SPECS[collection]} value={record} />
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
        <RecordSections spec={SPECS.map} value={map} />
      </div>
    </HolderProvider>
  );
}

function SeveralSelected({ count }: { count: number }) {
  const t = useText();
  return (
    <EmptyState title={t('inspector.several', { count })}>{t('inspector.several.hint')}</EmptyState>
  );
}
