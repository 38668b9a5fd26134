import { Table2 } from 'lucide-react';
import { BAND } from '../../map/layout';
import { newId } from '../../map/records';
import { addTouchpoint } from '../../editing/commands';
import { makeNamed } from '../../editing';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { useEditor } from '../session';
import { columnsInOrder } from '../../map/records';

/** Where no touchpoint is yet: what the table is for, and the first column. */
export function EmptyTable() {
  const t = useText();
  const editor = useEditor();

  function begin() {
    const { map } = editor.store.getState();
    const target = { collection: 'touchpoints', id: newId() } as const;
    const stage = columnsInOrder(map)[1]?.id ?? null;
    const place = { stage, x: BAND.padding, y: 0 };
    makeNamed(
      editor,
      'canvas.step.add',
      addTouchpoint(target.id, place, { kind: 'entry' }),
      target,
    );
  }

  return (
    <EmptyState
      icon={<Table2 aria-hidden="true" />}
      title={t('table.empty.title')}
      actions={
        <Button variant="primary" onClick={begin}>
          {t('map.blank.touchpoint')}
        </Button>
      }
    >
      {t('table.empty.text')}
    </EmptyState>
  );
}
