import * as z from 'zod';
import { LIMITS, record, Share, Weight } from './primitives';
import { AttributeValue } from './value';

const parameter = z.number().min(-1e9).max(1e9);
const positive = z.number().gt(0).max(1e9);

const inOrder = { error: 'expected min ≤ max' };
const modeBetween = { error: 'expected min ≤ mode ≤ max' };

const constant = record({ family: z.literal('constant'), value: parameter });
const uniform = record({ family: z.literal('uniform'), min: parameter, max: parameter }).refine(
  ({ min, max }) => min <= max,
  inOrder,
);
const triangular = record({
  family: z.literal('triangular'),
  min: parameter,
  mode: parameter,
  max: parameter,
}).refine(({ min, mode, max }) => min <= mode && mode <= max, modeBetween);
/** Beta on [min, max] with the usual weight 4 on the mode. */
const pert = record({
  family: z.literal('pert'),
  min: parameter,
  mode: parameter,
  max: parameter,
}).refine(({ min, mode, max }) => min <= mode && mode <= max, modeBetween);
/** By its mean, 1/rate. */
const exponential = record({ family: z.literal('exponential'), mean: positive });
const gamma = record({ family: z.literal('gamma'), shape: positive, scale: positive });
const weibull = record({ family: z.literal('weibull'), shape: positive, scale: positive });
/** By its median, e^μ, and the standard deviation σ of its logarithm. */
const lognormal = record({ family: z.literal('lognormal'), median: positive, sigma: positive });
/** Normal(mean, sd) conditioned on min ≤ x ≤ max; null leaves a side open. */
const truncatedNormal = record({
  family: z.literal('truncated-normal'),
  mean: parameter,
  sd: positive,
  min: parameter.nullable().default(null),
  max: parameter.nullable().default(null),
}).refine(({ min, max }) => min === null || max === null || min < max, inOrder);
const normal = record({ family: z.literal('normal'), mean: parameter, sd: positive });
/** Beta(alpha, beta) stretched from [0, 1] to [min, max]. */
const beta = record({
  family: z.literal('beta'),
  alpha: positive,
  beta: positive,
  min: parameter.default(0),
  max: parameter.default(1),
}).refine(({ min, max }) => min <= max, inOrder);
/** Every listed value is equally likely. */
const empirical = record({
  family: z.literal('empirical'),
  values: z.array(parameter).min(1).max(LIMITS.empiricalValues),
});

/** Delays in days. Ranges that reach below zero are refused, a normal is truncated at 0. */
export const Delay = z
  .discriminatedUnion('family', [
    constant,
    uniform,
    triangular,
    pert,
    exponential,
    gamma,
    weibull,
    lognormal,
    truncatedNormal,
    empirical,
  ])
  .refine(isNeverNegative, { error: 'a delay cannot be negative' })
  .prefault({ family: 'constant', value: 0 });
export type Delay = z.infer<typeof Delay>;

function isNeverNegative(delay: { family: string } & Record<string, unknown>): boolean {
  if (delay.family === 'truncated-normal') return typeof delay.min === 'number' && delay.min >= 0;
  if (delay.family === 'empirical') return (delay.values as number[]).every((value) => value >= 0);
  if (delay.family === 'constant') return (delay.value as number) >= 0;
  return typeof delay.min !== 'number' || delay.min >= 0;
}

/** One value for everybody, of any attribute type. */
const fixed = record({ family: z.literal('fixed'), value: AttributeValue });
/** One of several values; shares are weights and need not sum to 1. */
const choice = record({
  family: z.literal('choice'),
  options: z
    .array(record({ value: AttributeValue, share: Weight }))
    .min(1)
    .max(LIMITS.choices),
}).refine(({ options }) => options.some(({ share }) => share > 0), {
  error: 'at least one option needs a share above 0',
});
/** true with chance `share`. */
const flag = record({ family: z.literal('flag'), share: Share });

/** How an attribute varies among the customers of a persona. */
export const AttributeDistribution = z.discriminatedUnion('family', [
  fixed,
  choice,
  flag,
  uniform,
  triangular,
  pert,
  exponential,
  gamma,
  weibull,
  lognormal,
  normal,
  truncatedNormal,
  beta,
  empirical,
]);
export type AttributeDistribution = z.infer<typeof AttributeDistribution>;
