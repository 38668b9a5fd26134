import type { PlainField } from './spec';

/** What every plain control is handed. */
export interface PlainProps {
  readonly spec: PlainField;
  readonly value: unknown;
  readonly label: string;
  readonly hint: string | undefined;
  readonly write: (value: unknown) => void;
}
