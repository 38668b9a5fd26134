import { hasColor } from '../../editing/commands';
import { inTurn, setField } from '../../map/edits';
import type { Target } from '../../map/schema';
import { ColorPicker } from '../../controls/ColorPicker';
import type { ColorName } from '../../controls/colors';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import { useEditor, useEditorState } from '../session';
import { nameOf } from '../../map/records';

/**
 * The colour of what is selected. It is seen at once, behind the dialog; trying several is one undo
 * step. Enter, Escape and choosing by pointer end it.
 */
export function ColorDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const editor = useEditor();
  const map = useEditorState((state) => state.map);
  const selection = useEditorState((state) => state.selection);
  const colored = selection.filter((target) => hasColor(map, target));
  const [first] = colored;
  if (!first) return null;

  function paint(color: ColorName) {
    const edits = colored.map(({ collection, id }) => setField(collection, id, ['color'], color));
    editor.edit('command.edit.color', inTurn(...edits), { gesture: 'color' });
  }
  function close() {
    editor.settle();
    onClose();
  }
  const colorOf = ({ collection, id }: Target) =>
    (map[collection][id] as { readonly color: ColorName }).color;

  const name = nameOf(map, first.collection, first.id, t);
  return (
    <Dialog
      open
      onOpenChange={close}
      title={t('color.title', { count: colored.length, name })}
      size="sm"
    >
      {/* Enter on a colour is a click of it. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- see above */}
      <div
        ref={focusChosen}
        onClick={({ target }) => {
          if (target instanceof Element && target.matches('[role=radio]')) close();
        }}
      >
        <ColorPicker label={t('field.color')} hideLabel value={colorOf(first)} onChange={paint} />
      </div>
    </Dialog>
  );
}

function focusChosen(colors: HTMLElement | null): void {
  colors?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus();
}
