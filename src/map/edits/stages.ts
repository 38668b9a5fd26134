import { inOrder } from '../records';
import type { JourneyMap } from '../schema';
import type { Edit } from './applyEdit';
import { changeRecord } from './records';
import { removeRecords } from './removeRecords';

/** A stage as the list shows it. */
export interface StageLine {
  readonly id: string;
  readonly name: string;
  readonly color: JourneyMap['stages'][string]['color'];
  /** How many touchpoints lie in it. */
  readonly touchpoints: number;
}

/** The stages in journey order, with how much lies in each. */
export function stageLines({ stages, touchpoints }: JourneyMap): StageLine[] {
  const counts = new Map<string, number>();
  for (const { stage } of Object.values(touchpoints)) {
    if (stage !== null) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  }
  return inOrder(stages).map(([id, { name, color }]) => ({
    id,
    name,
    color,
    touchpoints: counts.get(id) ?? 0,
  }));
}

/** The stage that `id` must be put before to come to `place`; null = the end. */
export function beforeAt(lines: readonly StageLine[], id: string, place: number): string | null {
  return lines.filter((line) => line.id !== id)[place]?.id ?? null;
}

/** Deletes a stage; what lies in it becomes unsorted. */
export function removeStage(id: string): Edit {
  return removeRecords([{ collection: 'stages', id }]);
}

/** Gives a stage another name. */
export function renameStage(id: string, name: string): Edit {
  return changeRecord('stages', id, { name });
}
