import { age, everyone, id, old, segment, soundMap, transition, young } from '../support';
import type { Cases } from './case';

export const PEOPLE: Cases = {
  'segment-in-itself': {
    bad: segment({
      rule: { kind: 'group', rules: [everyone, { kind: 'segment', segment: id('seg') }] },
    }),
    near: segment(
      { rule: { kind: 'segment', segment: id('other') } },
      {
        segments: {
          [id('other')]: { name: 'Other' },
          [id('seg')]: { name: 'Seg', rule: { kind: 'segment', segment: id('other') } },
        },
      },
    ),
    finds: { severity: 'error', key: 'segments/seg:', values: { name: 'Seg' } },
    fixes: {
      remove: [
        'segments/seg/rule = {"kind":"group","not":false,"match":"all","rules":[{"kind":"everyone","not":false}]}',
      ],
    },
  },
  contradiction: {
    bad: segment({ rule: { kind: 'group', rules: [old, young] } }),
    near: segment({ rule: { kind: 'group', match: 'any', rules: [old, young] } }),
    finds: {
      severity: 'warning',
      key: 'segments/seg:',
      variant: 'segments',
      values: { name: 'Seg' },
    },
    fixes: {},
  },
  'contradiction:of a transition': {
    bad: soundMap({
      attributes: age,
      transitions: {
        [id('finish')]: transition('middle', 'end', {
          when: { kind: 'group', rules: [old, young] },
        }),
      },
    }),
    near: soundMap({
      attributes: age,
      transitions: { [id('finish')]: transition('middle', 'end', { when: old }) },
    }),
    finds: {
      severity: 'warning',
      key: 'transitions/finish:',
      variant: 'transitions',
      values: { name: 'Middle → End' },
    },
    fixes: { everybody: ['transitions/finish/when = null'], remove: ['- transitions/finish'] },
  },
  'segment-without-personas': {
    bad: segment(
      { rule: old },
      {
        personas: {
          [id('ben')]: {
            name: 'Ben',
            attributes: { [id('age')]: { family: 'uniform', min: 20, max: 30 } },
          },
        },
      },
    ),
    near: segment(
      { rule: old },
      {
        personas: {
          [id('ben')]: {
            name: 'Ben',
            attributes: { [id('age')]: { family: 'uniform', min: 20, max: 51 } },
          },
        },
      },
    ),
    finds: { severity: 'warning', key: 'segments/seg:', values: { name: 'Seg', count: 1 } },
    fixes: {},
  },
  'segment-stale': {
    bad: segment({ reviewedAt: '2026-01-01', reviewEveryDays: 90 }),
    near: segment({ reviewedAt: '2026-03-17', reviewEveryDays: 90 }),
    finds: {
      severity: 'hint',
      key: 'segments/seg:review',
      variant: 'overdue',
      values: { name: 'Seg', days: 75 },
    },
    fixes: { reviewed: ['segments/seg/reviewedAt = "2026-06-15"'] },
  },
  'segment-stale:never reviewed': {
    bad: segment({ reviewEveryDays: 90 }),
    near: segment({}),
    finds: {
      severity: 'hint',
      key: 'segments/seg:review',
      variant: 'never',
      values: { name: 'Seg', days: 640 },
    },
    fixes: { reviewed: ['segments/seg/reviewedAt = "2026-06-15"'] },
  },
  'segment-stale:old data': {
    bad: segment({ dataAsOf: '2025-06-14' }),
    near: segment({ dataAsOf: '2025-06-15' }),
    finds: {
      severity: 'hint',
      key: 'segments/seg:data',
      variant: 'data',
      values: { name: 'Seg', days: 366 },
    },
    fixes: {},
  },
  'persona-shares-zero': {
    bad: soundMap({ personas: { [id('rita')]: { name: 'Rita', share: 0 } } }),
    near: soundMap({
      personas: { [id('rita')]: { name: 'Rita', share: 0 }, [id('ben')]: { name: 'Ben' } },
    }),
    finds: { severity: 'error', key: 'personas/rita:', values: { count: 1 } },
    fixes: { even: ['personas/rita/share = 1'] },
  },
};
