import { Trash2 } from 'lucide-react';
import { writeEdit } from '../../../editing/fields';
import { IconButton } from '../../../controls/IconButton';
import type { MessageId } from '../../../language';
import type { Path } from '../../../map/shape';
import { useEditor } from '../../session';
import { useHolder } from './holder';

/** Takes a row out of a field that holds several. */
export function RemoveRow({
  label,
  field,
  path,
}: {
  readonly label: string;
  /** Names the edit. */
  readonly field: MessageId;
  readonly path: Path;
}) {
  const editor = useEditor();
  const holder = useHolder();
  return (
    <IconButton
      label={label}
      size="sm"
      onClick={() => editor.edit(field, writeEdit(holder, path, undefined))}
    >
      <Trash2 aria-hidden="true" />
    </IconButton>
  );
}
