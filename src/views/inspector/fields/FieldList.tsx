import { type ComponentType, createContext, use } from 'react';
import { toPointer, valueAt } from '../../../map/shape';
import type { FieldSpec } from '../../../editing/fields';
import styles from './Fields.module.css';
import { useShown } from './useShown';

/** What shows one field. Handed down, because fields hold lists of fields and may not import what imports them. */
export const FieldContext = createContext<ComponentType<{
  spec: FieldSpec;
  value: unknown;
}> | null>(null);

/** Fields of one object, each with its own part of it. */
export function FieldList({ specs, value }: { specs: readonly FieldSpec[]; value: unknown }) {
  const Field = use(FieldContext);
  if (!Field) throw new Error('a list of fields needs a FieldContext above it');
  const shown = useShown(specs, value);
  return (
    <div className={styles.list}>
      {shown.map((spec) => (
        <Field
          key={`${spec.label}${toPointer(spec.path)}`}
          spec={spec}
          value={valueAt(value, spec.path)}
        />
      ))}
    </div>
  );
}
