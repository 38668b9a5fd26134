import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { isSelected } from '../../editing/selection';
import type { Target } from '../../map/schema';
import { EmptyState } from '../controls/EmptyState';
import { useText } from '../controls/LanguageProvider';
import { useEditor, useEditorState, useMap } from '../session/EditorContext';
import { useRunCommand, useSession } from '../session/ShellContext';
import styles from './Outline.module.css';
import { RenameLine } from './RenameLine';
import { linesOf, treeOf, type TreeItem, type TreeLine } from './treeItems';

/** The screen reader's canvas: the same records, the same commands, in journey order. */
export function JourneyTree() {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const run = useRunCommand();
  const map = useMap((whole) => whole);
  const selection = useEditorState((state) => state.selection);
  const renaming = useEditorState((state) => state.renaming);
  const { stages, touchpoints, transitions } = map;
  // Nothing else of the map is told here.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  const items = useMemo(() => treeOf(map, t), [stages, touchpoints, transitions, t]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [current, setCurrent] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);

  // Stages begin open, touchpoints begin closed.
  const isOpen = (item: TreeItem) =>
    item.children.length > 0 &&
    (item.target?.collection !== 'touchpoints') !== toggled.has(item.key);
  const lines = linesOf(items, isOpen);
  const focusable = lines.find(({ item }) => item.key === current) ?? lines[0];

  function toggle({ key }: TreeItem) {
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }

  function focus(line: TreeLine | undefined) {
    if (!line) return;
    setCurrent(line.item.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${line.item.key}"]`)?.focus();
  }

  function choose(target: Target | null) {
    if (!target) return;
    editor.select([target]);
    canvas.current?.reveal(target);
  }

  function onKeyDown(event: KeyboardEvent, line: TreeLine) {
    const index = lines.indexOf(line);
    const { item } = line;
    const act = {
      ArrowDown: () => focus(lines[index + 1]),
      ArrowUp: () => focus(lines[index - 1]),
      Home: () => focus(lines[0]),
      End: () => focus(lines.at(-1)),
      ArrowRight: () => (isOpen(item) ? focus(lines[index + 1]) : item.children[0] && toggle(item)),
      ArrowLeft: () => (isOpen(item) ? toggle(item) : focus(line.parent ?? undefined)),
      Enter: () => choose(item.target),
      ' ': () => choose(item.target),
      F2: () => {
        choose(item.target);
        if (item.target) editor.rename(item.target, 'outline');
      },
      Delete: () => {
        choose(item.target);
        run('edit.delete');
      },
    }[event.key];
    if (!act || event.target !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  if (lines.length === 0) {
    return <EmptyState title={t('outline.empty')}>{t('outline.empty.hint')}</EmptyState>;
  }
  return (
    <div ref={tree} role="tree" aria-label={t('outline.journey')} className={styles.tree}>
      {lines.map((line) => {
        const { item, level, place, siblings } = line;
        const { target } = item;
        const isRenaming =
          renaming?.at === 'outline' &&
          target?.collection === renaming.collection &&
          target.id === renaming.id;
        return (
          <div
            key={item.key}
            data-key={item.key}
            role="treeitem"
            aria-level={level}
            aria-posinset={place}
            aria-setsize={siblings}
            aria-expanded={item.children.length > 0 ? isOpen(item) : undefined}
            aria-selected={target !== null && isSelected(selection, target)}
            tabIndex={line === focusable ? 0 : -1}
            className={styles.line}
            data-kind={target?.collection ?? 'unsorted'}
            onFocus={() => setCurrent(item.key)}
            onClick={() => choose(target)}
            onDoubleClick={() => {
              if (target) editor.rename(target, 'outline');
            }}
            onKeyDown={(event) => onKeyDown(event, line)}
          >
            <ChevronRight
              aria-hidden="true"
              className={styles.chevron}
              data-shown={item.children.length > 0}
              data-open={isOpen(item)}
              onClick={(event) => {
                event.stopPropagation();
                toggle(item);
              }}
            />
            {isRenaming ? (
              <RenameLine target={renaming} onDone={() => focus(line)} />
            ) : (
              <span className={styles.label}>{item.label}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
