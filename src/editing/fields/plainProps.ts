import type { PlainField } from './spec';

/** Props of every plain control. */
export interface PlainProps {
  readonly spec: PlainField;
  readonly value: unknown;
  readonly label: string;
  readonly hint: string | undefined;
  readonly write: (value: unknown) => void;
}
