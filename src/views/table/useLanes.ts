import { useMemo, useState } from 'react';
import type { MessageId } from '../../language';
import type { Edit } from '../../map/edits';
import { newId } from '../../map/records';
import { useText } from '../../controls/LanguageProvider';
import type { MenuItem } from '../../controls/menuItems';
import { useEditor, useMap } from '../session';
import {
  addLane,
  keepLanes,
  kindsToAdd,
  type LaneKind,
  lanesOf,
  moveLane,
  removeLane,
  showLane,
  SUGGESTED_COUNT,
  type TableLane,
} from '../../map/table';

/** The rows of the table and what can be done with them; each change is one undo step. */
export interface LaneTools {
  readonly lanes: readonly TableLane[];
  /** Makes the suggested lanes part of the map; null where the map has its own. */
  readonly keep: (() => void) | null;
  /** What can be done with one lane. */
  readonly itemsOf: (lane: TableLane) => MenuItem[];
  /** Which lanes are shown, and which can be added. */
  readonly items: readonly MenuItem[];
  readonly rename: (lane: TableLane) => void;
  readonly move: (lane: TableLane, by: -1 | 1) => void;
  readonly remove: (lane: TableLane) => void;
}

/** The lanes of the table and what is done with them; the first edit keeps suggested ones. */
export function useLanes(): LaneTools {
  const t = useText();
  const editor = useEditor();
  const own = useMap((map) => map.lanes);
  const [ids] = useState(() => Array.from({ length: SUGGESTED_COUNT }, () => newId()));
  const lanes = useMemo(() => lanesOf(own, ids, (kind) => t(nameId(kind))), [own, ids, t]);
  const isSuggested = Object.keys(own).length === 0;

  const edit = (label: MessageId, change: Edit) => editor.edit(label, change);

  function add(kind: LaneKind) {
    const id = newId();
    const name =
      kind === 'custom' ? t('record.new', { kind: t('record.lanes.one') }) : t(nameId(kind));
    edit('table.edit.add', addLane(lanes, id, kind, name));
    if (kind === 'custom') editor.rename({ collection: 'lanes', id });
  }

  function rename(lane: TableLane) {
    if (isSuggested) edit('table.edit.keep', keepLanes(lanes));
    editor.rename({ collection: 'lanes', id: lane.id });
  }

  function move(lane: TableLane, by: -1 | 1) {
    const change = moveLane(lanes, lane.id, by);
    if (change) edit('table.edit.order', change);
  }

  const remove = (lane: TableLane) => {
    edit('table.edit.remove', removeLane(lanes, lane.id));
  };

  const show = (lane: TableLane, visible: boolean) => {
    edit(visible ? 'table.edit.show' : 'table.edit.hide', showLane(lanes, lane.id, visible));
  };

  return {
    lanes,
    keep: isSuggested ? () => edit('table.edit.keep', keepLanes(lanes)) : null,
    rename,
    move,
    remove,
    itemsOf: (lane) => [
      { id: 'rename', label: t('table.lane.rename'), keys: 'F2', onSelect: () => rename(lane) },
      {
        id: 'up',
        label: t('table.lane.up'),
        keys: 'Alt+Shift+ArrowUp',
        disabled: moveLane(lanes, lane.id, -1) === null,
        onSelect: () => move(lane, -1),
      },
      {
        id: 'down',
        label: t('table.lane.down'),
        keys: 'Alt+Shift+ArrowDown',
        disabled: moveLane(lanes, lane.id, 1) === null,
        onSelect: () => move(lane, 1),
      },
      { id: 'hide', label: t('table.lane.hide'), onSelect: () => show(lane, false) },
      { kind: 'separator', id: 'rest' },
      { id: 'remove', label: t('table.lane.remove'), danger: true, onSelect: () => remove(lane) },
    ],
    items: [
      { kind: 'heading', id: 'shown', label: t('table.lanes.shown') },
      ...lanes.map((lane) => ({
        id: lane.id,
        label: lane.name,
        checked: lane.visible,
        onSelect: () => show(lane, !lane.visible),
      })),
      { kind: 'separator', id: 'rest' },
      {
        kind: 'menu',
        id: 'add',
        label: t('table.lanes.add'),
        items: kindsToAdd(lanes).map((kind) => ({
          id: kind,
          label: t(nameId(kind)),
          onSelect: () => add(kind),
        })),
      },
    ],
  };
}

const nameId = (kind: LaneKind): MessageId => `lane.kind.${kind}`;
