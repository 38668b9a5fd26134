import { ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { isSelected, toggle } from '../../editing';
import type { Target } from '../../map/schema';
import { ContextMenu } from '../../controls/ContextMenu';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useEditorState, useMap } from '../session/EditorContext';
import { useSession } from '../session/ShellContext';
import styles from './Outline.module.css';
import { RenameLine } from './RenameLine';
import { linesOf, type TreeItem, type TreeLine, treeOf } from '../../editing/outline';
import { useOutlineCommands } from './useOutlineCommands';

/** The screen reader's canvas: the same records, the same commands, in journey order. */
export function JourneyTree() {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const commands = useOutlineCommands();
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
  const isShown = (item: TreeItem): boolean => isOpen(item) || item.children.some(isNamed);
  const lines = linesOf(items, isShown);
  const focusable = lines.find(({ item }) => item.key === current) ?? lines[0];
  const place = useRef(0);
  /** The keyboard is in the tree, or was in a line that has just gone. */
  const isHeld = useRef(false);

  function focus(line: TreeLine | undefined) {
    if (!line) return;
    setCurrent(line.item.key);
    tree.current?.querySelector<HTMLElement>(`[data-key="${line.item.key}"]`)?.focus();
  }

  useEffect(() => {
    const index = lines.findIndex(({ item }) => item.key === current);
    if (index >= 0) place.current = index;
    // The line that had the keyboard is gone: who comes next in its place has it.
    else if (current !== null && isHeld.current && document.activeElement === document.body)
      focus(lines[Math.min(place.current, lines.length - 1)]);
  });

  /** Is the name of the item, or of one within it, being typed here? */
  function isNamed({ target, children }: TreeItem): boolean {
    const isIt = renaming?.collection === target?.collection && renaming?.id === target?.id;
    return (renaming?.at === 'outline' && isIt) || children.some(isNamed);
  }

  function turn({ key }: TreeItem) {
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }

  function choose(target: Target | null, isAdded = false) {
    if (!target) return;
    editor.select(isAdded ? toggle(selection, target) : [target]);
    canvas.current?.reveal(target);
  }

  function onKeyDown(event: KeyboardEvent, line: TreeLine) {
    if (event.target !== event.currentTarget) return;
    const { item } = line;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    const goes = isPlain && onPlainKey(event.key, line);
    if (!goes && !(item.target && commands.onKey(event, item.target))) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function onPlainKey(key: string, line: TreeLine): boolean {
    const index = lines.indexOf(line);
    const { item } = line;
    const act = {
      ArrowDown: () => focus(lines[index + 1]),
      ArrowUp: () => focus(lines[index - 1]),
      Home: () => focus(lines[0]),
      End: () => focus(lines.at(-1)),
      ArrowRight: () => (isShown(item) ? focus(lines[index + 1]) : item.children[0] && turn(item)),
      ArrowLeft: () => (isShown(item) ? turn(item) : focus(line.parent ?? undefined)),
      Enter: () => choose(item.target),
      ' ': () => choose(item.target),
    }[key];
    act?.();
    return act !== undefined;
  }

  function onAsk({ target }: MouseEvent) {
    const key = target instanceof Element && target.closest<HTMLElement>('[data-key]')?.dataset.key;
    commands.onAsk(lines.find(({ item }) => item.key === key)?.item.target ?? null);
  }

  if (lines.length === 0) {
    return <EmptyState title={t('outline.empty')}>{t('outline.empty.hint')}</EmptyState>;
  }
  return (
    <ContextMenu
      label={t('outline.menu')}
      items={commands.items}
      onOpenChange={commands.onOpenChange}
    >
      <div
        ref={tree}
        role="tree"
        aria-label={t('outline.journey')}
        aria-multiselectable="true"
        tabIndex={-1}
        className={styles.tree}
        data-outline
        onFocus={() => {
          isHeld.current = true;
        }}
        onBlur={({ target, currentTarget, relatedTarget }) => {
          // A line that is taken away loses the keyboard too, but nobody has gone elsewhere.
          if (target.isConnected && !currentTarget.contains(relatedTarget)) isHeld.current = false;
        }}
        onContextMenu={onAsk}
      >
        {lines.map((line) => {
          const { item, level, place: inOrder, siblings } = line;
          const { target } = item;
          const isRenaming = isNamed({ ...item, children: [] });
          return (
            <div
              key={item.key}
              data-key={item.key}
              role="treeitem"
              aria-level={level}
              aria-posinset={inOrder}
              aria-setsize={siblings}
              aria-expanded={item.children.length > 0 ? isShown(item) : undefined}
              aria-selected={target !== null && isSelected(selection, target)}
              tabIndex={line === focusable ? 0 : -1}
              className={styles.line}
              data-kind={target?.collection ?? 'unsorted'}
              onFocus={() => setCurrent(item.key)}
              onClick={(event) => choose(target, event.shiftKey)}
              onDoubleClick={() => {
                if (target) editor.rename(target, 'outline');
              }}
              onKeyDown={(event) => onKeyDown(event, line)}
            >
              <ChevronRight
                aria-hidden="true"
                className={styles.chevron}
                data-shown={item.children.length > 0}
                data-open={isShown(item)}
                onClick={(event) => {
                  event.stopPropagation();
                  turn(item);
                }}
              />
              {isRenaming && target ? (
                <RenameLine target={target} onDone={() => focus(line)} />
              ) : (
                <span className={styles.label}>{item.label}</span>
              )}
            </div>
          );
        })}
      </div>
    </ContextMenu>
  );
}
