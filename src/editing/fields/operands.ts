import type { Attribute, Clause, ClauseOf } from '../../map/schema';

/** Tests of an attribute that have operands. */
type Test = ClauseOf<'attribute'>['test'];

/** Props of the operands of one kind of test. */
export interface OperandsProps<Kind extends Test = Test> {
  readonly clause: Extract<ClauseOf<'attribute'>, { test: Kind }>;
  readonly attribute: Attribute | undefined;
  readonly onChange: (clause: Clause) => void;
}
