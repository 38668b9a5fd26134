import { cut } from '../language';
import type { JourneyMap } from '../map/schema';

/** Where a touchpoint or note is, as announcements name it; null for what has no place of its own. */
export function whereabouts(map: JourneyMap, id: string): Record<string, string | number> | null {
  const item = map.touchpoints[id] ?? map.notes[id];
  if (!item) return null;
  const { stage, position } = item;
  return {
    name: 'text' in item ? cut(item.text, 60) : item.name,
    placed: stage === null ? 'no' : 'yes',
    stage: (stage === null ? undefined : map.stages[stage]?.name) ?? '',
    x: position.x,
    y: position.y,
  };
}
