import { ChevronRight } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { TreeItem, TreeLine } from '../../editing/outline';
import styles from './Outline.module.css';
import { RenameLine } from './RenameLine';

interface TreeLineViewProps {
  readonly line: TreeLine;
  /** Undefined where there is nothing to open. */
  readonly isShown: boolean | undefined;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
  /** The line the Tab key stops at. */
  readonly isActive: boolean;
  readonly onFocus: (line: TreeLine) => void;
  /** The name has been typed: the keyboard comes back to the line. */
  readonly onRenamed: (line: TreeLine) => void;
  readonly onTurn: (item: TreeItem) => void;
  readonly onChoose: (item: TreeItem, isAdded: boolean) => void;
  readonly onRename: (item: TreeItem) => void;
  readonly onKeyDown: (event: KeyboardEvent, line: TreeLine) => void;
}

/** A stage, a touchpoint or a transition as a line of the journey tree. */
export function TreeLineView(props: TreeLineViewProps) {
  const { line, isShown, isSelected, isRenaming, isActive } = props;
  const { item, level, place, siblings } = line;
  const { target } = item;
  return (
    <div
      data-key={item.key}
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={isShown}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      className={styles.line}
      data-kind={target?.collection ?? 'unsorted'}
      onFocus={() => props.onFocus(line)}
      onClick={(event) => props.onChoose(item, event.shiftKey)}
      onDoubleClick={() => props.onRename(item)}
      onKeyDown={(event) => props.onKeyDown(event, line)}
    >
      <ChevronRight
        aria-hidden="true"
        className={styles.chevron}
        data-shown={isShown !== undefined}
        data-open={isShown === true}
        onClick={(event) => {
          event.stopPropagation();
          props.onTurn(item);
        }}
      />
      {isRenaming && target ? (
        <RenameLine target={target} onDone={() => props.onRenamed(line)} />
      ) : (
        <span className={styles.label} dir="auto">
          {item.label}
        </span>
      )}
    </div>
  );
}
