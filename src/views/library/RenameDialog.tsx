import { useState } from 'react';
import { Button } from '../../controls/Button';
import { Dialog } from '../../controls/Dialog';
import { useText } from '../../controls/LanguageProvider';
import { TextField } from '../../controls/TextField';
import { typedName } from '../../controls/useRename';

/** Asks for a map's new title. */
export function RenameDialog({
  title,
  onRename,
  onClose,
}: {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onClose: () => void;
}) {
  const t = useText();
  const [draft, setDraft] = useState(title);
  function finish() {
    const next = typedName(title, draft);
    if (next !== null) onRename(next);
    onClose();
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="sm"
      title={t('library.rename.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('control.cancel')}</Button>
          <Button variant="primary" onClick={finish}>
            {t('library.rename.confirm')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          finish();
        }}
      >
        <TextField
          label={t('library.rename.label')}
          value={draft}
          onChange={setDraft}
          maxLength={200}
          // eslint-disable-next-line jsx-a11y/no-autofocus -- the dialog opened for this field
          autoFocus
        />
      </form>
    </Dialog>
  );
}
