import { listUnder } from '../basics';
import { touchpointsInJourneyOrder } from '../layout';
import { columnsInOrder, inOrder } from '../records';
import type { JourneyMap } from '../schema';

/** A column of the table: a touchpoint, or the room of a stage that has none yet. */
export interface TableColumn {
  /** The touchpoint's id, or one made from the stage's. */
  readonly key: string;
  readonly stage: string | null;
  readonly touchpoint: string | null;
}

/** The columns of one stage, side by side. */
export interface StageGroup {
  readonly stage: string | null;
  readonly start: number;
  readonly count: number;
}

/** Every touchpoint in journey order, stage by stage; what has no stage comes first. */
export function tableColumnsOf(map: Pick<JourneyMap, 'stages' | 'touchpoints'>): TableColumn[] {
  const byStage = new Map<string | null, string[]>();
  for (const [id, { stage }] of touchpointsInJourneyOrder(map)) {
    listUnder(byStage, stage, id);
  }
  return columnsInOrder(map).flatMap(({ id: stage }): TableColumn[] => {
    const own = byStage.get(stage) ?? [];
    if (own.length > 0) return own.map((id) => ({ key: id, stage, touchpoint: id }));
    return stage === null ? [] : [{ key: `empty-${stage}`, stage, touchpoint: null }];
  });
}

/** The columns of these touchpoints alone; all of them where nothing is asked for (null). */
export function onlyOf(
  columns: readonly TableColumn[],
  touchpoints: ReadonlySet<string> | null,
): readonly TableColumn[] {
  if (!touchpoints) return columns;
  return columns.filter(({ touchpoint }) => touchpoint !== null && touchpoints.has(touchpoint));
}

/** One group for each stage that has columns, from left to right. */
export function groupsOf(columns: readonly TableColumn[]): StageGroup[] {
  const groups: { stage: string | null; start: number; count: number }[] = [];
  for (const [index, { stage }] of columns.entries()) {
    const last = groups.at(-1);
    if (last && last.stage === stage) last.count += 1;
    else groups.push({ stage, start: index, count: 1 });
  }
  return groups;
}

/** The personas, in order, as the table names and colours them. */
export function personasOf(map: Pick<JourneyMap, 'personas'>) {
  return inOrder(map.personas).map(([id, { name, color }]) => ({ id, name, color }));
}
