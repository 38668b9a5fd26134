import type { Say } from '../../language';
import { touchpointsInJourneyOrder } from '../../map/layout';
import { columnsInOrder, outgoingOf } from '../../map/records';
import type { JourneyMap, Target } from '../../map/schema';
import { nameOf } from '../../map/records';

/** A line of the journey tree; `target` null is the column of what no stage has yet. */
export interface TreeItem {
  readonly key: string;
  readonly target: Target | null;
  readonly label: string;
  readonly children: readonly TreeItem[];
}

/** Stages, their touchpoints in journey order, and each touchpoint's transitions out. */
export function treeOf(map: JourneyMap, t: Say): readonly TreeItem[] {
  const touchpoints = touchpointsInJourneyOrder(map);
  return columnsInOrder(map).flatMap(({ id }) => {
    const children = touchpoints
      .filter(([, { stage }]) => stage === id)
      .map(([touchpoint]) => touchpointItem(map, touchpoint, t));
    if (id === null) {
      if (children.length === 0) return [];
      return [{ key: 'unsorted', target: null, label: t('outline.unsorted'), children }];
    }
    return [recordItem(map, { collection: 'stages', id }, t, children)];
  });
}

function touchpointItem(map: JourneyMap, id: string, t: Say): TreeItem {
  const outgoing = outgoingOf(map, id).map(([transition, { to }]) => ({
    key: `transitions/${transition}`,
    target: { collection: 'transitions', id: transition } as const,
    label: t('outline.to', { name: nameOf(map, 'touchpoints', to, t) }),
    children: [],
  }));
  return recordItem(map, { collection: 'touchpoints', id }, t, outgoing);
}

function recordItem(
  map: JourneyMap,
  target: Target,
  t: Say,
  children: readonly TreeItem[],
): TreeItem {
  const { collection, id } = target;
  return { key: `${collection}/${id}`, target, label: nameOf(map, collection, id, t), children };
}

/** An item as it stands in the list of what is open, with what a tree needs to say of it. */
export interface TreeLine {
  readonly item: TreeItem;
  readonly parent: TreeLine | null;
  readonly level: number;
  readonly place: number;
  readonly siblings: number;
}

/** The lines in sight, top to bottom. */
export function treeLinesOf(
  items: readonly TreeItem[],
  isOpen: (item: TreeItem) => boolean,
  parent: TreeLine | null = null,
): TreeLine[] {
  return items.flatMap((item, index) => {
    const line: TreeLine = {
      item,
      parent,
      level: (parent?.level ?? 0) + 1,
      place: index + 1,
      siblings: items.length,
    };
    return isOpen(item) ? [line, ...treeLinesOf(item.children, isOpen, line)] : [line];
  });
}
