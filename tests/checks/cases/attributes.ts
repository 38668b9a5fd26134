import { age, campaigns, id, old, segment, soundMap, transition } from '../support';
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

const isIn = (name: string) => ({ kind: 'segment', segment: id(name) }) as const;

/** `old` as the schema completes it. */
const older = {
  kind: 'attribute',
  not: false,
  attribute: id('age').replaceAll('-', ''),
  test: 'number',
  operator: 'more',
  value: 50,
  to: 0,
};

export const ATTRIBUTES: Cases = {
  'undeclared-attribute': {
    bad: soundMap({ segments: { [id('seg')]: { name: 'Seg', rule: old } } }),
    near: segment({ rule: old }),
    finds: {
      severity: 'error',
      key: 'segments/seg:attributes/age',
      variant: 'rule',
      values: { name: 'Seg', collection: 'attributes' },
    },
    fixes: {
      declare: ['+ attributes/age: age--------- number'],
      everybody: ['segments/seg/rule = {"kind":"everyone","not":false}'],
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
  'undeclared-attribute:effect': {
    bad: soundMap({ touchpoints: effect('age', 60) }),
    near: soundMap({ attributes: age, touchpoints: effect('age', 60) }),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:attributes/age',
      values: { name: 'Middle', collection: 'attributes' },
    },
    fixes: {
      declare: ['+ attributes/age: age--------- number'],
      remove: ['touchpoints/middle/effects/effect = nothing'],
    },
  },
  'attribute-without-values': {
    bad: segment({ rule: old }, { personas: { [id('rita')]: { name: 'Rita' } } }),
    near: segment(
      { rule: old },
      {
        personas: {
          [id('rita')]: {
            name: 'Rita',
            attributes: { [id('age')]: { family: 'normal', mean: 60, sd: 5 } },
          },
        },
      },
    ),
    finds: {
      severity: 'warning',
      key: 'attributes/age:',
      values: { name: 'Age', count: 1 },
      also: ['segments/seg'],
    },
    fixes: {},
  },
  'missing-record': {
    bad: soundMap(campaigns({ touchpoints: { [id('middle')]: true, [id('gone')]: true } })),
    near: soundMap(campaigns({})),
    finds: {
      severity: 'error',
      key: 'campaigns/mail-0:touchpoints/gone',
      values: { name: 'Mail', collection: 'touchpoints' },
    },
    fixes: { remove: ['campaigns/mail-0/touchpoints/gone = nothing'] },
  },
  'missing-record:campaign': {
    bad: soundMap(campaigns({ segment: id('gone') })),
    near: soundMap(campaigns({})),
    finds: {
      severity: 'error',
      key: 'campaigns/mail-0:segments/gone',
      variant: 'campaign',
      values: { name: 'Mail', collection: 'segments' },
    },
    fixes: { everybody: ['campaigns/mail-0/segment = null'] },
  },
  'missing-record:whole rule': {
    bad: segment({ rule: isIn('gone') }),
    near: segment({ rule: old }),
    finds: {
      severity: 'error',
      key: 'segments/seg:segments/gone',
      variant: 'rule',
      values: { name: 'Seg', collection: 'segments' },
    },
    fixes: { everybody: ['segments/seg/rule = {"kind":"everyone","not":false}'] },
  },
  'missing-record:clause': {
    bad: soundMap({
      attributes: age,
      transitions: {
        [id('go')]: transition('start', 'middle', {
          when: { kind: 'group', rules: [isIn('gone'), { kind: 'group', rules: [old] }] },
        }),
      },
    }),
    near: soundMap({
      attributes: age,
      transitions: { [id('go')]: transition('start', 'middle', { when: old }) },
    }),
    finds: {
      severity: 'error',
      key: 'transitions/go:segments/gone',
      variant: 'rule',
      values: { name: 'Start → Middle', collection: 'segments' },
    },
    fixes: {
      clause: [
        `transitions/go/when = ${JSON.stringify({
          kind: 'group',
          not: false,
          match: 'all',
          rules: [{ kind: 'group', not: false, match: 'all', rules: [older] }],
        })}`,
      ],
    },
  },
  'missing-record:through a segment': {
    bad: segment(
      { rule: isIn('gone') },
      {
        transitions: {
          [id('go')]: transition('start', 'middle', { when: { ...isIn('seg'), not: true } }),
        },
      },
    ),
    near: segment({ rule: old }),
    finds: {
      severity: 'error',
      key: 'segments/seg:segments/gone',
      variant: 'rule',
      values: { name: 'Seg', collection: 'segments' },
      also: ['transitions/go'],
    },
    fixes: { everybody: ['segments/seg/rule = {"kind":"everyone","not":false}'] },
  },
  'missing-record:kpi': {
    bad: soundMap({
      kpis: { [id('kpi')]: { name: 'KPI', scope: { kind: 'segment', id: id('gone') } } },
    }),
    near: soundMap({ kpis: { [id('kpi')]: { name: 'KPI' } } }),
    finds: {
      severity: 'error',
      key: 'kpis/kpi:segments/gone',
      variant: 'kpi',
      values: { name: 'KPI', collection: 'segments' },
    },
    fixes: { everything: ['kpis/kpi/scope/kind = "map"', 'kpis/kpi/scope/id = null'].sort() },
  },
  'missing-record:message': {
    bad: soundMap({
      touchpoints: {
        [id('middle')]: {
          name: 'Middle',
          stage: id('stage'),
          reviewedAt: '2026-06-01',
          messages: { [id('hello')]: { text: 'Hello', segment: id('gone') } },
        },
      },
    }),
    near: soundMap(),
    finds: {
      severity: 'error',
      key: 'touchpoints/middle:segments/gone',
      variant: 'message',
      values: { name: 'Middle', collection: 'segments' },
    },
    fixes: { everybody: ['touchpoints/middle/messages/hello/segment = null'] },
  },
  'missing-record:view': {
    bad: soundMap({
      views: { [id('view')]: { name: 'View', filter: { personas: { [id('gone')]: true } } } },
    }),
    near: soundMap({ views: { [id('view')]: { name: 'View' } } }),
    finds: {
      severity: 'warning',
      key: 'views/view:personas/gone',
      variant: 'view',
      values: { name: 'View', collection: 'personas' },
    },
    fixes: { remove: ['views/view/filter/personas/gone = nothing'] },
  },
};
