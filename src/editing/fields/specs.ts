import type { CollectionName } from '../../map/schema';
import { MAP, STAGE, TRANSITION } from './journey';
import { CAMPAIGN, KPI, SCENARIO } from './measures';
import { ATTRIBUTE, PARTICIPANT, PERSONA, SEGMENT } from './people';
import type { InspectorSpec } from './spec';
import { TOUCHPOINT } from './touchpoints';
import {
  ACTION,
  COMMENT,
  FINDING,
  IMAGE,
  LANE,
  NOTE,
  OPPORTUNITY,
  SOLUTION,
  VIEW,
} from './workshop';

/** The inspector of every kind of record. An asset is edited through its image. */
export const SPECS: Readonly<Record<Exclude<CollectionName, 'assets'> | 'map', InspectorSpec>> = {
  map: MAP,
  participants: PARTICIPANT,
  stages: STAGE,
  touchpoints: TOUCHPOINT,
  transitions: TRANSITION,
  attributes: ATTRIBUTE,
  segments: SEGMENT,
  personas: PERSONA,
  kpis: KPI,
  campaigns: CAMPAIGN,
  scenarios: SCENARIO,
  pains: FINDING,
  gains: FINDING,
  opportunities: OPPORTUNITY,
  solutions: SOLUTION,
  actions: ACTION,
  lanes: LANE,
  notes: NOTE,
  comments: COMMENT,
  views: VIEW,
  images: IMAGE,
};
