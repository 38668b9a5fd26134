import { useMemo, useState } from 'react';
import { useText } from '../../controls/LanguageProvider';
import { treeLinesOf, type TreeItem, type TreeLine, treeOf } from '../../editing/outline';
import { useEditorState, useMap } from '../session';

/** The lines of the journey tree, and which of them are open. */
export interface TreeLines {
  /** All lines that can be scrolled to, top to bottom. */
  readonly lines: readonly TreeLine[];
  /** Does the item show its children? */
  readonly isShown: (item: TreeItem) => boolean;
  /** Opens a closed item, closes an open one. */
  readonly turn: (item: TreeItem) => void;
  /** Is the name of this very item being typed here? */
  readonly isRenaming: (item: TreeItem) => boolean;
}

/** The journey as lines. Stages begin open, touchpoints begin closed; a name being typed is always shown. */
export function useTreeLines(): TreeLines {
  const t = useText();
  const map = useMap((whole) => whole);
  const renaming = useEditorState((state) => state.renaming);
  const { stages, touchpoints, transitions } = map;
  // Nothing else of the map is read here.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  const items = useMemo(() => treeOf(map, t), [stages, touchpoints, transitions, t]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());

  const isOpen = (item: TreeItem) =>
    item.children.length > 0 &&
    (item.target?.collection !== 'touchpoints') !== toggled.has(item.key);
  const isRenaming = ({ target }: TreeItem) =>
    renaming?.at === 'outline' &&
    renaming.collection === target?.collection &&
    renaming.id === target.id;
  const isNamedWithin = (item: TreeItem): boolean =>
    isRenaming(item) || item.children.some(isNamedWithin);
  const isShown = (item: TreeItem) => isOpen(item) || item.children.some(isNamedWithin);

  function turn({ key }: TreeItem) {
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }

  return { lines: treeLinesOf(items, isShown), isShown, turn, isRenaming };
}
