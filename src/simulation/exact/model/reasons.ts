import type { CollectionName } from '../../../map/schema';

/** A record a reason speaks of. */
export interface RecordRef {
  readonly collection: CollectionName;
  readonly id: string;
}

/** Why a map cannot be computed. */
export type ReasonCode =
  | 'cannot-end'
  | 'wait-crosses-horizon'
  | 'wait-before-clock'
  | 'arrivals-spread'
  | 'range-changed'
  | 'range-read-as-text'
  | 'too-many-states'
  | 'too-large-a-loop'
  | 'too-many-segments';

/** Why a map is not exactly solvable: one sentence of the catalogue and the records it names. */
export interface Reason {
  readonly code: ReasonCode;
  /** `{record}`, `{because}` and `{count}` are the sentence's values. */
  readonly key: `exact.reason.${ReasonCode}`;
  readonly record: RecordRef | null;
  /** What makes it matter, e.g. the campaign with a schedule. */
  readonly because: RecordRef | null;
  readonly count: number;
}

/** Thrown where the exact solver would have to guess. */
export class NotExact extends Error {
  override readonly name = 'NotExact';
  readonly reason: Reason;

  constructor(
    code: ReasonCode,
    record: RecordRef | null,
    { because = null, count = 0 }: { because?: RecordRef | null; count?: number } = {},
  ) {
    super(`Not exactly solvable: ${code}${record ? ` (${record.collection} ${record.id})` : ''}.`);
    this.reason = { code, key: `exact.reason.${code}`, record, because, count };
  }
}
