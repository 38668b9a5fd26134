import { useState } from 'react';
import { useText } from '../../../controls/LanguageProvider';
import { TextField } from '../../../controls/TextField';
import { useEditor } from '../../session';
import type { PlainProps, TextFormat } from '../../../editing/fields';

/** A text with a form of its own: half of it stays as typed, and is written once it has that form. */
export function FormattedField({
  value,
  label,
  hint,
  write,
  format,
}: PlainProps & { readonly format: TextFormat }) {
  const t = useText();
  const editor = useEditor();
  const [draft, setDraft] = useState<string | null>(null);
  const isBroken = draft !== null && !format.accepts(draft);
  return (
    <TextField
      label={label}
      hint={hint}
      error={isBroken ? t(format.otherwise) : undefined}
      value={draft ?? (typeof value === 'string' ? value : '')}
      onChange={(text) => {
        setDraft(text);
        if (format.accepts(text)) write(text);
      }}
      onCommit={() => {
        if (!isBroken) setDraft(null);
        editor.settle();
      }}
    />
  );
}
