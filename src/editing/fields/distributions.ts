import { field, union } from './build';
import type { FieldSpec, UnionField } from './spec';

type Family = UnionField['options'][number];

/** Fields of one control, one per parameter. */
const parameters = (control: 'days' | 'number', keys: readonly string[], nullable = false) =>
  keys.map((key) => field(control, key, { nullable }));

const RANGE = { min: 1, mode: 2, max: 5 };

/** Families that both delays and attributes know, their parameters in days or plain numbers. */
function shared(control: 'days' | 'number'): readonly Family[] {
  return [
    {
      value: 'uniform',
      initial: { min: RANGE.min, max: RANGE.max },
      fields: parameters(control, ['min', 'max']),
    },
    { value: 'triangular', initial: RANGE, fields: parameters(control, ['min', 'mode', 'max']) },
    { value: 'pert', initial: RANGE, fields: parameters(control, ['min', 'mode', 'max']) },
    { value: 'exponential', initial: { mean: 1 }, fields: parameters(control, ['mean']) },
    {
      value: 'gamma',
      initial: { shape: 2, scale: 1 },
      fields: parameters('number', ['shape', 'scale']),
    },
    {
      value: 'weibull',
      initial: { shape: 1.5, scale: 1 },
      fields: parameters('number', ['shape', 'scale']),
    },
    {
      value: 'lognormal',
      initial: { median: 1, sigma: 0.6 },
      fields: [...parameters(control, ['median']), ...parameters('number', ['sigma'])],
    },
    {
      value: 'truncated-normal',
      initial: { mean: 5, sd: 2, min: 0, max: null },
      fields: [
        ...parameters(control, ['mean', 'sd', 'min']),
        ...parameters(control, ['max'], true),
      ],
    },
    { value: 'empirical', initial: { values: [1] }, fields: [field('numbers', 'values')] },
  ];
}

/** How long a transition takes. */
export const DELAY: FieldSpec = union('delay', 'family', 'distribution', [
  { value: 'constant', initial: { value: 1 }, fields: [field('days', 'value')] },
  ...shared('days'),
]);

/** How an attribute varies within a persona. */
export const DISTRIBUTION: FieldSpec = union('', 'family', 'distribution', [
  { value: 'fixed', initial: { value: '' }, fields: [field('value', 'value')] },
  {
    value: 'choice',
    initial: { options: [{ value: '', share: 1 }] },
    fields: [field('options', 'options')],
  },
  { value: 'flag', initial: { share: 0.5 }, fields: [field('share', 'share')] },
  ...shared('number'),
  { value: 'normal', initial: { mean: 0, sd: 1 }, fields: parameters('number', ['mean', 'sd']) },
  {
    value: 'beta',
    initial: { alpha: 2, beta: 2, min: 0, max: 1 },
    fields: parameters('number', ['alpha', 'beta', 'min', 'max']),
  },
]);
