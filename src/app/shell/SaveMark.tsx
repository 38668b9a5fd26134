import { Check, CloudOff, TriangleAlert } from 'lucide-react';
import type { MessageId } from '../../language';
import { Button } from '../../views/controls/Button';
import { useText } from '../../views/controls/LanguageProvider';
import { useEditorState } from '../../views/session/EditorContext';
import { useSession } from '../../views/session/ShellContext';
import styles from './SaveMark.module.css';

/** Whether the map is on disk: quiet while all is well; loud, lasting and with a way out otherwise. */
export function SaveMark() {
  const t = useText();
  const { shell } = useSession();
  const saving = useEditorState((state) => state.saving);
  const gone = useEditorState((state) => state.gone);
  const state = gone ? 'gone' : saving;
  const text: MessageId = `app.save.${state}`;
  if (state === 'failed' || state === 'gone') {
    return (
      <div className={styles.loud} role="alert">
        <TriangleAlert aria-hidden="true" />
        <span>{t(text)}</span>
        <Button size="sm" onClick={() => void shell.saveFile()}>
          {t('app.saveFile')}
        </Button>
      </div>
    );
  }
  return (
    <span className={styles.quiet} data-state={state} title={t(text)}>
      {state === 'memory' ? <CloudOff aria-hidden="true" /> : <Check aria-hidden="true" />}
      <span className={styles.text}>{t(text)}</span>
    </span>
  );
}
