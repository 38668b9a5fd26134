import { ATTRIBUTE_TYPES, BASES } from '../../map/schema';
import { choice, field, keyed, oneOf, section } from './build';
import { DISTRIBUTION } from './distributions';
import type { InspectorSpec } from './spec';

/** Somebody of a workshop: who votes and writes notes. */
export const PARTICIPANT: InspectorSpec = [
  section('inspector.about', [field('line', 'role')], { open: true }),
];

/** What is known of customers: rules, personas and effects name it. */
export const ATTRIBUTE: InspectorSpec = [
  section(
    'inspector.about',
    [
      choice('base', BASES, 'base'),
      choice('type', ATTRIBUTE_TYPES, 'attribute.type'),
      field('line', 'unit'),
      field('lines', 'choices'),
      field('value', 'default', { nullable: true }),
      field('text', 'description'),
    ],
    { open: true },
  ),
];

/** Who belongs to it, by a rule, and how fresh the data behind it is. */
export const SEGMENT: InspectorSpec = [
  section('inspector.rule', [field('rule', 'rule')], { open: true }),
  section(
    'inspector.about',
    [
      field('color', 'color'),
      choice('base', BASES, 'base'),
      field('text', 'goal', { label: 'field.segmentGoal' }),
      field('text', 'description'),
      field('line', 'owner'),
    ],
    { open: true },
  ),
  section('inspector.freshness', [
    field('text', 'dataSource'),
    field('date', 'dataAsOf', { nullable: true }),
    field('date', 'reviewedAt', { nullable: true }),
    field('integer', 'reviewEveryDays', { nullable: true, min: 1, max: 3_650 }),
  ]),
];

/** A kind of customer: their share, their attributes, and who they are. */
export const PERSONA: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('color', 'color'),
      oneOf('portrait', 'images'),
      field('text', 'quote'),
      field('number', 'share', { min: 0, label: 'field.personaShare' }),
      field('text', 'description'),
    ],
    { open: true },
  ),
  section(
    'inspector.person',
    [
      field('text', 'goals'),
      field('text', 'frustrations'),
      field('text', 'motivations'),
      field('text', 'channels'),
    ],
    { open: true },
  ),
  section('inspector.empathy', [
    field('text', 'empathy.says'),
    field('text', 'empathy.thinks'),
    field('text', 'empathy.does'),
    field('text', 'empathy.feels'),
  ]),
  section('inspector.attributes', [
    keyed('attributes', 'attributes', { family: 'fixed', value: '' }, [DISTRIBUTION]),
  ]),
];
