import {
  ACTION_STATUSES,
  EVIDENCE_LEVELS,
  LANE_KINDS,
  OPPORTUNITY_STATUSES,
  VIEW_KINDS,
} from '../../map/schema';
import { choice, field, keyed, many, oneOf, section, someOf } from './build';
import type { FieldSpec, InspectorSpec } from './spec';

const VOTES: FieldSpec = keyed('votes', 'participants', 1, [
  field('integer', '', { min: 1, max: 100, label: 'field.dots' }),
]);

/** A pain or a gain. */
export const FINDING: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('text', 'description'),
      someOf('touchpoints', 'touchpoints'),
      someOf('personas', 'personas'),
      field('rating', 'severity'),
      field('line', 'owner'),
      VOTES,
    ],
    { open: true },
  ),
];

/** What could be done about pains and gains, with scores 0–5. */
export const OPPORTUNITY: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('text', 'description'),
      choice('status', OPPORTUNITY_STATUSES, 'opportunity.status'),
      field('number', 'scores.customerValue', { nullable: true, min: 0, max: 5 }),
      field('number', 'scores.businessValue', { nullable: true, min: 0, max: 5 }),
      field('number', 'scores.effort', { nullable: true, min: 0, max: 5 }),
      someOf('touchpoints', 'touchpoints'),
      someOf('pains', 'pains'),
      someOf('gains', 'gains'),
      field('line', 'owner'),
      VOTES,
    ],
    { open: true },
  ),
];

/** An idea for one or several opportunities. */
export const SOLUTION: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('text', 'description'),
      choice('status', OPPORTUNITY_STATUSES, 'opportunity.status'),
      someOf('opportunities', 'opportunities'),
      someOf('campaigns', 'campaigns'),
      field('line', 'owner'),
      VOTES,
    ],
    { open: true },
  ),
];

/** Who does what until when. */
export const ACTION: InspectorSpec = [
  section(
    'inspector.about',
    [
      choice('status', ACTION_STATUSES, 'action.status'),
      field('line', 'owner'),
      field('date', 'due', { nullable: true }),
      field('text', 'description'),
      someOf('links.touchpoints', 'touchpoints'),
      someOf('links.opportunities', 'opportunities'),
      someOf('links.solutions', 'solutions'),
    ],
    { open: true },
  ),
];

/** A row of the table; texts are written in `custom` lanes only. */
export const LANE: InspectorSpec = [
  section(
    'inspector.about',
    [
      choice('kind', LANE_KINDS, 'lane.kind'),
      field('switch', 'visible'),
      keyed('cells', 'touchpoints', '', [field('text', '', { label: 'field.text' })]),
    ],
    { open: true },
  ),
];

/** A sticky note: its text and its place are not offered where several are edited together. */
export const NOTE: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('text', 'text', { own: true }),
      field('color', 'color'),
      oneOf('author', 'participants'),
      oneOf('stage', 'stages'),
      VOTES,
      field('number', 'position.x', { own: true }),
      field('number', 'position.y', { own: true }),
    ],
    { open: true },
  ),
];

/** What somebody said about a record; when they said it cannot be changed. */
export const COMMENT: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('text', 'text', { own: true }),
      field('line', 'author'),
      field('readonly', 'createdAt'),
      field('switch', 'resolved'),
      oneOf('parent', 'comments'),
      VOTES,
    ],
    { open: true },
  ),
];

/** A saved view: which face it opens, what it dims, and what it folds or hides. */
export const VIEW: InspectorSpec = [
  section(
    'inspector.about',
    [
      choice('kind', VIEW_KINDS, 'view.kind'),
      someOf('filter.personas', 'personas'),
      someOf('filter.segments', 'segments'),
      someOf('filter.campaigns', 'campaigns'),
      field('lines', 'filter.channels', { label: 'field.channel' }),
      field('lines', 'filter.owners', { label: 'field.owner' }),
      many('filter.evidence', EVIDENCE_LEVELS, 'evidence'),
      someOf('collapsedStages', 'stages'),
      someOf('hiddenLanes', 'lanes'),
      field('share', 'mainPaths'),
    ],
    { open: true },
  ),
];

/** A picture: its size is that of the data and cannot be edited. */
export const IMAGE: InspectorSpec = [
  section(
    'inspector.about',
    [
      field('picture', 'asset'),
      field('text', 'alt'),
      field('readonly', 'width'),
      field('readonly', 'height'),
    ],
    { open: true },
  ),
];
