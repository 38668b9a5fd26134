import type { KpiUnit } from '../../kpis';
import type { MessageId } from '../../language';
import type { CollectionName, JourneyMap, RecordInputOf, RecordOf } from '../../map/schema';
import type { Path } from '../../map/shape';

interface Base {
  /** From the record, or from the row or group the field stands in. */
  readonly path: Path;
  readonly label: MessageId;
  readonly hint?: MessageId;
  /** Left out where it has no meaning, e.g. an outcome's kind on a decision. */
  readonly shownFor?: ShownFor;
  /** Each record has its own, e.g. its place: not offered where several are edited together. */
  readonly own?: true;
}

/** Has a field a meaning in a record, or in the row it stands in, as the map is? */
export type ShownFor = (record: unknown, map: JourneyMap) => boolean;

/** Controls that edit one value without fields of their own. */
export type PlainControl =
  | 'line'
  | 'text'
  | 'url'
  | 'number'
  | 'integer'
  | 'money'
  | 'share'
  | 'days'
  | 'date'
  | 'switch'
  | 'rating'
  | 'emotion'
  | 'color'
  | 'channel'
  /** A list of texts, one a line. */
  | 'lines'
  /** A list of numbers, one a line. */
  | 'numbers'
  | 'readonly'
  | 'rule'
  /** An attribute's value, of the attribute's own type. */
  | 'value'
  /** Values with shares, of an attribute's own type. */
  | 'options'
  | 'map-link'
  /** Which number of the map an override replaces. */
  | 'number-path'
  /** One of the campaign's own variants. */
  | 'variant'
  | 'picture';

/** What a line must look like; half a word typed is no value yet. */
export interface TextFormat {
  readonly accepts: (text: string) => boolean;
  /** Says what to write instead. */
  readonly otherwise: MessageId;
}

/** `min` and `max` are in the unit of the record: a share is 0…1 there. */
export interface PlainField extends Base {
  readonly control: PlainControl;
  readonly min?: number;
  readonly max?: number;
  /** null is a value of its own, e.g. "no cap". */
  readonly nullable?: boolean;
  /** What a number is measured in, where the record says so: shares are written in percent. */
  readonly unitOf?: (record: unknown) => KpiUnit;
  /** Can be slid too, to see what the map makes of it. */
  readonly slides?: boolean;
  readonly format?: TextFormat;
}

/** One of a few named values. */
export interface ChoiceField extends Base {
  readonly control: 'choice';
  readonly options: readonly string[];
  readonly nameOf: (option: string) => MessageId;
  /** Heading an option stands under. */
  readonly groupOf?: (option: string) => MessageId;
  readonly nullable?: boolean;
}

/** A reference to one record. */
export interface RecordField extends Base {
  readonly control: 'record';
  readonly to: CollectionName;
  readonly nullable: boolean;
}

/** A set of references. */
export interface RecordsField extends Base {
  readonly control: 'records';
  readonly to: CollectionName;
}

/** Several of a few named values, kept as a list. */
export interface ManyField extends Base {
  readonly control: 'many';
  readonly options: readonly string[];
  readonly nameOf: (option: string) => MessageId;
}

/** An object that may be there or not. */
export interface OptionalField extends Base {
  readonly control: 'optional';
  readonly initial: object;
  readonly fields: readonly FieldSpec[];
}

/** A value whose fields depend on one of them. */
export interface UnionField extends Base {
  readonly control: 'union';
  readonly discriminator: string;
  readonly nameOf: (option: string) => MessageId;
  readonly options: readonly {
    readonly value: string;
    readonly initial: object;
    readonly fields: readonly FieldSpec[];
  }[];
}

/** Rows with ids of their own, in order. */
export interface TableField extends Base {
  readonly control: 'table';
  readonly fields: readonly FieldSpec[];
  readonly initial: (map: JourneyMap) => object | null;
  readonly ordered: boolean;
}

/** Rows keyed by records of another collection. */
export interface KeyedField extends Base {
  readonly control: 'keyed';
  readonly to: CollectionName;
  readonly initial: unknown;
  /** An empty path in a field means the row's value itself. */
  readonly fields: readonly FieldSpec[];
  readonly ordered: boolean;
}

/** Records of another collection that point here: shown, attached, let go, made. */
export interface AttachedField<To extends CollectionName = CollectionName> extends Base {
  readonly control: 'attached';
  readonly to: To;
  readonly isAttached: (record: RecordOf<To>, id: string) => boolean;
  readonly attach: (record: RecordOf<To>, id: string) => void;
  readonly detach: (record: RecordOf<To>, id: string) => void;
  readonly create: (id: string) => RecordInputOf<To>;
}

/** The transitions out of a touchpoint: where they lead, and what is written on them. */
export interface OutgoingField extends Base {
  readonly control: 'outgoing';
}

/** What becomes of chances at a decision, and the two things that may be meant. */
export interface ReadingField extends Base {
  readonly control: 'reading';
}

/** How one field of a record is edited. */
export type FieldSpec =
  | PlainField
  | ChoiceField
  | RecordField
  | RecordsField
  | ManyField
  | OptionalField
  | UnionField
  | TableField
  | KeyedField
  | AttachedField
  | OutgoingField
  | ReadingField;

/** `open` is how it begins; what a person opens or closes is remembered by its title until the page goes. */
export interface SectionSpec {
  readonly title: MessageId;
  readonly open: boolean;
  readonly fields: readonly FieldSpec[];
  readonly shownFor?: ShownFor;
}

/** The inspector of one kind of record, as data. */
export type InspectorSpec = readonly SectionSpec[];
