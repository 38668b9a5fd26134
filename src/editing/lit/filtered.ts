import type { Lit } from './lit';
import { type Filter, filterSize } from '../display';
import { type JourneyMap, type Touchpoint } from '../../map/schema';
import { type RunResult } from '../../simulation/results';

/** Is a touchpoint what one part of a filter asks for? */
type Test = (id: string, touchpoint: Touchpoint) => boolean;

/**
 * The touchpoints that meet every part of a filter (within a part any will do), and the transitions
 * between them. null for a filter that asks for nothing.
 */
export function filtered(map: JourneyMap, filter: Filter, run: RunResult | null): Lit | null {
  if (filterSize(filter) === 0) return null;
  const tests = testsOf(map, filter, run);
  const items = new Set(
    Object.entries(map.touchpoints)
      .filter(([id, touchpoint]) => tests.every((test) => test(id, touchpoint)))
      .map(([id]) => id),
  );
  const transitions = new Set(
    Object.entries(map.transitions)
      .filter(([, { from, to }]) => items.has(from) && items.has(to))
      .map(([id]) => id),
  );
  return { items, transitions, stages: null, hard: true };
}

function testsOf(map: JourneyMap, filter: Filter, run: RunResult | null): Test[] {
  const tests: Test[] = [];
  const { channels, owners, evidence } = filter;
  const [personas, segments, campaigns] = [filter.personas, filter.segments, filter.campaigns].map(
    (set) => Object.keys(set),
  ) as [string[], string[], string[]];
  if (channels.length > 0) tests.push((_id, { channel }) => channels.includes(channel));
  if (evidence.length > 0) tests.push((_id, one) => evidence.includes(one.evidence.level));
  if (owners.length > 0) {
    const ownerOf = ({ owner, stage }: Touchpoint) =>
      owner || (stage === null ? '' : (map.stages[stage]?.owner ?? ''));
    tests.push((_id, touchpoint) => owners.includes(ownerOf(touchpoint)));
  }
  if (campaigns.length > 0) {
    tests.push((id) => campaigns.some((campaign) => map.campaigns[campaign]?.touchpoints[id]));
  }
  if (segments.length > 0) {
    const touched = new Set(segments.flatMap((segment) => ofSegment(map, segment)));
    tests.push((id) => touched.has(id));
  }
  if (personas.length > 0) {
    tests.push((id, touchpoint) =>
      personas.some((persona) => isOfPersona(map, run, persona, id, touchpoint)),
    );
  }
  return tests;
}

/** Where a segment is treated by itself: by a campaign, a message, or a chance of its own. */
function ofSegment(map: JourneyMap, segment: string): string[] {
  const contacted = Object.values(map.campaigns)
    .filter((campaign) => campaign.segment === segment)
    .flatMap((campaign) => Object.keys(campaign.touchpoints));
  const told = Object.entries(map.touchpoints)
    .filter(([, { messages }]) => Object.values(messages).some((one) => one.segment === segment))
    .map(([id]) => id);
  const turned = Object.values(map.transitions)
    .filter(({ chance }) => Object.hasOwn(chance.bySegment, segment))
    .flatMap(({ from, to }) => [from, to]);
  return [...contacted, ...told, ...turned];
}

/** Where a persona comes in the run that is shown; without one, where the map says something about them. */
function isOfPersona(
  map: JourneyMap,
  run: RunResult | null,
  persona: string,
  id: string,
  touchpoint: Touchpoint,
): boolean {
  const walked = run?.personas[persona];
  if (walked) return (walked.touchpoints[id]?.visits ?? 0) > 0;
  if (Object.hasOwn(touchpoint.experience.byPersona, persona)) return true;
  return [...Object.values(map.pains), ...Object.values(map.gains)].some(
    ({ touchpoints, personas }) => touchpoints[id] === true && personas[persona] === true,
  );
}
