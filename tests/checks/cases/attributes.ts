import { age, campaigns, id, old, segment, soundMap } from '../support';
import type { Cases } from './case';

const plan = (choices: string[]) => ({
  attributes: { [id('plan')]: { name: 'Plan', type: 'choice' as const, choices } },
});
const planIs = (value: string) =>
  ({ kind: 'attribute', attribute: id('plan'), test: 'text', operator: 'equals', value }) as const;

const effect = (attribute: string, value: string | number) => ({
  [id('middle')]: {
    name: 'Middle',
    stage: id('stage'),
    reviewedAt: '2026-06-01',
    effects: { [id('effect')]: { attribute: id(attribute), value } },
  },
});

export const ATTRIBUTES: Cases = {
  'undeclared-attribute': {
    bad: soundMap({ segments: { [id('seg')]: { name: 'Seg', rule: old } } }),
    near: segment({ rule: old }),
    finds: {
      severity: 'error',
      key: 'segments/seg:attributes/age',
      values: { name: 'Seg', collection: 'attributes' },
    },
    fixes: {
      declare: ['+ attributes/age: age--------- number'],
      remove: ['segments/seg/rule = {"kind":"everyone","not":false}'],
    },
  },
  'wrong-type': {
    bad: segment({ rule: { ...planIs('x'), attribute: id('age') } }),
    near: segment({ rule: old }),
    finds: {
      severity: 'error',
      key: 'segments/seg:clause/0',
      variant: 'clause',
      values: { name: 'Seg', attribute: 'Age', type: 'number' },
    },
    fixes: { remove: ['segments/seg/rule = {"kind":"everyone","not":false}'] },
  },
  'wrong-type:effect': {
    bad: soundMap({ attributes: age, touchpoints: effect('age', 'old') }),
    near: soundMap({ attributes: age, touchpoints: effect('age', 60) }),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:effect/effect',
      variant: 'effect',
      values: { name: 'Middle', attribute: 'Age', type: 'number' },
    },
    fixes: { remove: ['touchpoints/middle/effects/effect = nothing'] },
  },
  'wrong-type:persona': {
    bad: soundMap({
      attributes: age,
      personas: {
        [id('rita')]: { name: 'Rita', attributes: { [id('age')]: { family: 'flag', share: 0.5 } } },
      },
    }),
    near: soundMap({
      attributes: age,
      personas: {
        [id('rita')]: {
          name: 'Rita',
          attributes: { [id('age')]: { family: 'normal', mean: 30, sd: 5 } },
        },
      },
    }),
    finds: {
      severity: 'error',
      key: 'personas/rita:persona/age',
      variant: 'persona',
      values: { name: 'Rita', attribute: 'Age', type: 'number' },
    },
    fixes: { remove: ['personas/rita/attributes/age = nothing'] },
  },
  'wrong-type:default': {
    bad: soundMap({ attributes: { [id('age')]: { name: 'Age', type: 'number', default: 'old' } } }),
    near: soundMap({ attributes: { [id('age')]: { name: 'Age', type: 'number', default: 30 } } }),
    finds: {
      severity: 'error',
      key: 'attributes/age:default/',
      variant: 'default',
      values: { name: 'Age', attribute: 'Age', type: 'number' },
    },
    fixes: { remove: ['attributes/age/default = null'] },
  },
  'choice-not-offered': {
    bad: segment({ rule: planIs('Fulll') }, plan(['Light', 'Full'])),
    near: segment({ rule: planIs('full') }, plan(['Light', 'Full'])),
    finds: {
      severity: 'warning',
      key: 'segments/seg:clause/0',
      values: { name: 'Seg', attribute: 'Plan', value: 'Fulll', count: 1 },
    },
    fixes: {
      offer: ['attributes/plan/choices = ["Light","Full","Fulll"]'],
      remove: ['segments/seg/rule = {"kind":"everyone","not":false}'],
    },
  },
  'choice-not-offered:effect': {
    bad: soundMap({ ...plan(['Light']), touchpoints: effect('plan', 'Full') }),
    near: soundMap({ ...plan(['Light']), touchpoints: effect('plan', 'Light') }),
    finds: {
      severity: 'warning',
      key: 'touchpoints/middle:effect/effect',
      values: { name: 'Middle', attribute: 'Plan', value: 'Full', count: 1 },
    },
    fixes: {
      offer: ['attributes/plan/choices = ["Light","Full"]'],
      remove: ['touchpoints/middle/effects/effect = nothing'],
    },
  },
  'missing-record': {
    bad: soundMap(campaigns({ segment: id('gone') })),
    near: soundMap(campaigns({})),
    finds: {
      severity: 'error',
      key: 'campaigns/mail-0:segments/gone',
      values: { name: 'Mail', collection: 'segments' },
    },
    fixes: { remove: ['campaigns/mail-0/segment = null'] },
  },
};
