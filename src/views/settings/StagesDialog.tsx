import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { addStage } from '../../editing/commands';
import {
  beforeAt,
  changeRecord,
  removeStage,
  renameStage,
  reorder,
  stageLines,
} from '../../map/edits';
import { nameOf, newId } from '../../map/records';
import { Button } from '../../controls/Button';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useMap } from '../session';
import { StageRow } from './StageRow';
import styles from './StagesDialog.module.css';

/** The stages of the map as a list: add, name, colour, put in order, delete. */
export function StagesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const editor = useEditor();
  const map = useMap((whole) => whole);
  const lines = stageLines(map);
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<number | null>(null);

  function moveTo(id: string, place: number) {
    const edit = reorder('stages', id, beforeAt(lines, id, place));
    if (!editor.edit('canvas.step.moveStage', edit)) return;
    const name = nameOf(map, 'stages', id, t);
    editor.announce('canvas.said.stageMoved', { name, place: place + 1 });
  }

  function add() {
    editor.edit('command.insert.stage', addStage(newId(), null));
    // The new line's name is the next thing anybody types.
    requestAnimationFrame(() => {
      list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus();
    });
  }

  function drop() {
    if (dragged !== null && target !== null) moveTo(dragged, target);
    setDragged(null);
    setTarget(null);
  }

  return (
    <Dialog
      open
      onOpenChange={() => {
        editor.settle();
        onClose();
      }}
      title={t('stages.title')}
      description={t('stages.text')}
      footer={
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          {t('stages.add')}
        </Button>
      }
    >
      {lines.length === 0 && <p className={styles.none}>{t('stages.none')}</p>}
      <ol ref={list} className={styles.list}>
        {lines.map((line, place) => (
          <StageRow
            key={line.id}
            line={line}
            place={place}
            isLast={place === lines.length - 1}
            isDragged={dragged === line.id}
            isTarget={target === place && dragged !== line.id}
            onRename={(name) =>
              editor.edit('stages.edit.rename', renameStage(line.id, name), {
                gesture: `stage ${line.id}`,
              })
            }
            onColor={(color) =>
              editor.edit('stages.edit.color', changeRecord('stages', line.id, { color }))
            }
            onMove={(by) => moveTo(line.id, place + by)}
            onDelete={() => {
              const values = { name: nameOf(map, 'stages', line.id, t), count: line.touchpoints };
              editor.edit('stages.edit.delete', removeStage(line.id), {
                asked: [{ collection: 'stages', id: line.id }],
                said: { id: 'stages.deleted', values },
              });
            }}
            onSettle={() => editor.settle()}
            onDrag={() => setDragged(line.id)}
            onOver={() => {
              if (dragged !== null) setTarget(place);
            }}
            onDrop={drop}
          />
        ))}
      </ol>
    </Dialog>
  );
}
