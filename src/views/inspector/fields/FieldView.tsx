import { memo } from 'react';
import { toPointer } from '../../../map/shape';
import type { FieldSpec } from '../../../editing/fields';
import { OutgoingFieldView } from '../outgoing/OutgoingFieldView';
import { ReadingFieldView } from '../outgoing/ReadingFieldView';
import { AttachedFieldView } from './AttachedFieldView';
import { ChoiceFieldView, ManyFieldView } from './ChoiceFieldView';
import styles from './Fields.module.css';
import { KeyedFieldView } from './KeyedFieldView';
import { OptionalFieldView } from './OptionalFieldView';
import { PlainFieldView } from './PlainFieldView';
import { RecordFieldView, RecordsFieldView } from './RecordFieldView';
import { TableFieldView } from './TableFieldView';
import { UnionFieldView } from './UnionFieldView';

/** One field as its spec says; renders again only when its own value is another one. */
export const FieldView = memo(function FieldView({
  spec,
  value,
}: {
  spec: FieldSpec;
  value: unknown;
}) {
  return (
    <div data-field={toPointer(spec.path)} data-control={spec.control} className={styles.field}>
      {control(spec, value)}
    </div>
  );
});

function control(spec: FieldSpec, value: unknown) {
  switch (spec.control) {
    case 'choice':
      return <ChoiceFieldView spec={spec} value={value} />;
    case 'many':
      return <ManyFieldView spec={spec} value={value} />;
    case 'record':
      return <RecordFieldView spec={spec} value={value} />;
    case 'records':
      return <RecordsFieldView spec={spec} value={value} />;
    case 'optional':
      return <OptionalFieldView spec={spec} value={value} />;
    case 'union':
      return <UnionFieldView spec={spec} value={value} />;
    case 'table':
      return <TableFieldView spec={spec} value={value} />;
    case 'keyed':
      return <KeyedFieldView spec={spec} value={value} />;
    case 'attached':
      return <AttachedFieldView spec={spec} />;
    case 'outgoing':
      return <OutgoingFieldView />;
    case 'reading':
      return <ReadingFieldView />;
    default:
      return <PlainFieldView spec={spec} value={value} />;
  }
}
