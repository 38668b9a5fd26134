import type { CheckRule } from './checkRule';
import type { RuleId } from './problem';
import { attributeWithoutValues } from './rules/attributeWithoutValues';
import { campaignCollision } from './rules/campaignCollision';
import { campaignContactsNobody } from './rules/campaignContactsNobody';
import { campaignLiftOutOfReach } from './rules/campaignLiftOutOfReach';
import { campaignUnreachable } from './rules/campaignUnreachable';
import { campaignWithoutTouchpoint } from './rules/campaignWithoutTouchpoint';
import { chancesOverOne } from './rules/chancesOverOne';
import { choiceNotOffered } from './rules/choiceNotOffered';
import { contradiction } from './rules/contradiction';
import { deadEnd } from './rules/deadEnd';
import { decisionCycle } from './rules/decisionCycle';
import { decisionWithChances } from './rules/decisionWithChances';
import { decisionWithoutOtherwise } from './rules/decisionWithoutOtherwise';
import { duplicateTransition } from './rules/duplicateTransition';
import { endless } from './rules/endless';
import { entryWeightsZero } from './rules/entryWeightsZero';
import { kpiUnknownMetric } from './rules/kpiUnknownMetric';
import { kpiWarnBeyondTarget } from './rules/kpiWarnBeyondTarget';
import { kpiWithoutData } from './rules/kpiWithoutData';
import { kpiWithoutTarget } from './rules/kpiWithoutTarget';
import { missingRecord } from './rules/missingRecord';
import { noEntry } from './rules/noEntry';
import { noName } from './rules/noName';
import { noOutcome } from './rules/noOutcome';
import { noStage } from './rules/noStage';
import { notConnected } from './rules/notConnected';
import { outcomeWithTransition } from './rules/outcomeWithTransition';
import { overlap } from './rules/overlap';
import { personaSharesZero } from './rules/personaSharesZero';
import { scenarioOverrideNowhere } from './rules/scenarioOverrideNowhere';
import { segmentInItself } from './rules/segmentInItself';
import { segmentStale } from './rules/segmentStale';
import { segmentWithoutPersonas } from './rules/segmentWithoutPersonas';
import { shadowed } from './rules/shadowed';
import { stageNobodyLeaves } from './rules/stageNobodyLeaves';
import { subJourneyOfItself } from './rules/subJourneyOfItself';
import { tooLarge } from './rules/tooLarge';
import { twoOtherwise } from './rules/twoOtherwise';
import { undeclaredAttribute } from './rules/undeclaredAttribute';
import { unreachable } from './rules/unreachable';
import { unreviewed } from './rules/unreviewed';
import { wrongType } from './rules/wrongType';
import { zeroChance } from './rules/zeroChance';

/** The one list of rules; leaving one out does not compile. */
export const RULES: Readonly<Record<RuleId, CheckRule>> = {
  'not-connected': notConnected,
  'no-entry': noEntry,
  'no-outcome': noOutcome,
  'entry-weights-zero': entryWeightsZero,
  unreachable: unreachable,
  'dead-end': deadEnd,
  endless: endless,
  'stage-nobody-leaves': stageNobodyLeaves,
  'outcome-with-transition': outcomeWithTransition,
  'chances-over-one': chancesOverOne,
  'zero-chance': zeroChance,
  'two-otherwise': twoOtherwise,
  'decision-with-chances': decisionWithChances,
  'decision-without-otherwise': decisionWithoutOtherwise,
  'decision-cycle': decisionCycle,
  'duplicate-transition': duplicateTransition,
  'missing-record': missingRecord,
  'undeclared-attribute': undeclaredAttribute,
  'attribute-without-values': attributeWithoutValues,
  'wrong-type': wrongType,
  'choice-not-offered': choiceNotOffered,
  'segment-in-itself': segmentInItself,
  contradiction: contradiction,
  shadowed: shadowed,
  overlap: overlap,
  'segment-without-personas': segmentWithoutPersonas,
  'segment-stale': segmentStale,
  'persona-shares-zero': personaSharesZero,
  'kpi-unknown-metric': kpiUnknownMetric,
  'kpi-without-target': kpiWithoutTarget,
  'kpi-without-data': kpiWithoutData,
  'kpi-warn-beyond-target': kpiWarnBeyondTarget,
  'campaign-without-touchpoint': campaignWithoutTouchpoint,
  'campaign-unreachable': campaignUnreachable,
  'campaign-lift-out-of-reach': campaignLiftOutOfReach,
  'campaign-contacts-nobody': campaignContactsNobody,
  'campaign-collision': campaignCollision,
  'scenario-override-nowhere': scenarioOverrideNowhere,
  'sub-journey-of-itself': subJourneyOfItself,
  'no-name': noName,
  'no-stage': noStage,
  unreviewed: unreviewed,
  'too-large': tooLarge,
};
