import { memo } from 'react';
import { commonValue, type FieldSpec, MIXED } from '../../../editing/fields';
import { nameOf } from '../../../map/records';
import { toPointer, valueAt } from '../../../map/shape';
import { Button } from '../../../controls/Button';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import { FieldView } from '../fields/FieldView';
import { useHolder, useWrite } from '../fields/holder';
import { MixedContext } from '../fields/useMixed';
import styles from './Several.module.css';

/** Controls in which a value can be set without seeing the others: what is set then holds for all. */
const SETTABLE: ReadonlySet<FieldSpec['control']> = new Set([
  'line',
  'url',
  'text',
  'number',
  'integer',
  'money',
  'share',
  'days',
  'channel',
  'choice',
  'record',
  'union',
]);
/** The same, but with no place inside for a word. */
const SETTABLE_WITH_HINT: ReadonlySet<FieldSpec['control']> = new Set([
  'date',
  'switch',
  'rating',
  'emotion',
  'color',
]);

/** One field of several records: their value, or that they differ. */
export const SeveralField = memo(function SeveralField({ spec }: { readonly spec: FieldSpec }) {
  const holder = useHolder();
  const value = useMap((map) => commonValue(map, holder, spec));
  const isMixed = value === MIXED;
  const hasHint = SETTABLE_WITH_HINT.has(spec.control);
  if (isMixed && !hasHint && !SETTABLE.has(spec.control)) return <DifferentField spec={spec} />;
  return (
    <MixedContext value={isMixed}>
      <FieldView
        spec={isMixed && hasHint ? { ...spec, hint: 'field.mixed.hint' } : spec}
        value={isMixed ? undefined : value}
      />
    </MixedContext>
  );
});

/** A structure in which the records differ: all can have that of the first. */
function DifferentField({ spec }: { readonly spec: FieldSpec }) {
  const t = useText();
  const editor = useEditor();
  const { collection, id, base } = useHolder();
  const write = useWrite(spec.label, spec.path);
  const name = useMap((map) => (collection === null ? '' : nameOf(map, collection, id, t)));
  const label = t(spec.label);
  return (
    <div
      role="group"
      aria-label={label}
      className={styles.different}
      data-field={toPointer(spec.path)}
      data-control={spec.control}
    >
      <div>
        <span className={styles.label}>{label}</span>
        <p className={styles.hint}>{t('field.mixed.hint')}</p>
      </div>
      <Button
        size="sm"
        className={styles.as}
        onClick={() => {
          const { map } = editor.store.getState();
          if (collection !== null) write(valueAt(map, [collection, id, ...base, ...spec.path]));
          editor.settle();
        }}
      >
        {t('field.mixed.as', { name })}
      </Button>
    </div>
  );
}
