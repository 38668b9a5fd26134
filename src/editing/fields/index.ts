// What the inspector, the table and the forms show of each kind of record, as data.
export { SPECS } from './specs';
export { firstOf } from './build';
export { type Holder, writeEdit } from './holder';
export type { OperandsProps } from './operands';
export type { PlainProps } from './plainProps';
export { commonValue, MIXED, sharedPart } from './several';
export type {
  AttachedField,
  ChoiceField,
  FieldSpec,
  InspectorSpec,
  KeyedField,
  ManyField,
  OptionalField,
  PlainField,
  RecordField,
  RecordsField,
  SectionSpec,
  TableField,
  TextFormat,
  UnionField,
} from './spec';
export { TOUCHPOINT } from './touchpoints';
