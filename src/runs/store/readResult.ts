import * as z from 'zod';
// Says to zod, before it is first used, that the page's policy forbids eval.
import '../../map/schema/primitives';
import type { RunResult } from '../../simulation/results';

/** Checks that a stored value is a result of this build's kind. */
const Head = z.looseObject({
  format: z.literal('desire-path-run'),
  version: z.literal(2),
  total: z.looseObject({ customers: z.number() }),
  touchpoints: z.looseObject({}),
  transitions: z.looseObject({}),
  stages: z.looseObject({}),
  kpis: z.looseObject({}),
  walks: z.looseObject({ customer: z.array(z.number()), first: z.array(z.number()) }),
  batches: z.looseObject({ customers: z.array(z.number()), sums: z.looseObject({}) }),
});

/** A stored result as a result; null for what another build wrote. */
export function readResult(value: unknown): RunResult | null {
  // Results are written by this app only, in one piece, with their version in front.
  return Head.safeParse(value).success ? (value as RunResult) : null;
}
