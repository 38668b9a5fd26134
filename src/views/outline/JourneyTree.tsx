import { type MouseEvent, useRef } from 'react';
import { isSelected, toggle } from '../../editing';
import type { TreeLine } from '../../editing/outline';
import type { Target } from '../../map/schema';
import { ContextMenu } from '../../controls/ContextMenu';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { VirtualLines } from '../../controls/VirtualLines';
import { useEditor, useEditorState, useSession } from '../session';
import { TreeLineView } from './TreeLineView';
import { useOutlineCommands } from './useOutlineCommands';
import { useTreeFocus } from './useTreeFocus';
import { useTreeKeys } from './useTreeKeys';
import { useTreeLines } from './useTreeLines';

/** Height of a line in CSS pixels until it is measured. */
const LINE = 28;

const keyOf = ({ item }: TreeLine) => item.key;

/** The screen reader's canvas: the same records, the same commands, in journey order. */
export function JourneyTree() {
  const t = useText();
  const editor = useEditor();
  const { canvas } = useSession();
  const commands = useOutlineCommands();
  const selection = useEditorState((state) => state.selection);
  const tree = useRef<HTMLDivElement>(null);
  const model = useTreeLines();
  const { lines, isShown, turn, isRenaming } = model;
  const { active, focus, onLine, handlers } = useTreeFocus(tree, lines);
  const onKeyDown = useTreeKeys(model, focus, choose, commands.onKey);

  function choose(target: Target | null, isAdded = false) {
    if (!target) return;
    editor.select(isAdded ? toggle(selection, target) : [target]);
    canvas.current?.reveal(target);
  }

  function onAsk({ target }: MouseEvent) {
    const key = target instanceof Element && target.closest<HTMLElement>('[data-key]')?.dataset.key;
    commands.onAsk(lines.find(({ item }) => item.key === key)?.item.target ?? null);
  }

  if (lines.length === 0) {
    return <EmptyState title={t('outline.empty')}>{t('outline.empty.hint')}</EmptyState>;
  }
  // Where the Tab key stops, and where a name is typed, is a line whatever is in sight.
  const kept = lines.filter((line) => line === active || isRenaming(line.item)).map(keyOf);
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
        data-outline
        onContextMenu={onAsk}
        {...handlers}
      >
        <VirtualLines items={lines} keyOf={keyOf} estimate={LINE} kept={kept}>
          {(line) => {
            const { item } = line;
            const { target, children } = item;
            return (
              <TreeLineView
                line={line}
                isShown={children.length > 0 ? isShown(item) : undefined}
                isSelected={target !== null && isSelected(selection, target)}
                isRenaming={isRenaming(item)}
                isActive={line === active}
                onFocus={onLine}
                onRenamed={focus}
                onTurn={turn}
                onChoose={(chosen, isAdded) => choose(chosen.target, isAdded)}
                onRename={(named) => {
                  if (named.target) editor.rename(named.target, 'outline');
                }}
                onKeyDown={onKeyDown}
              />
            );
          }}
        </VirtualLines>
      </div>
    </ContextMenu>
  );
}
