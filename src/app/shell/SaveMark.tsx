import { Check, CloudOff, TriangleAlert } from 'lucide-react';
import type { MessageId } from '../../language';
import { newId } from '../../map/records';
import type { Storage, StorageState } from '../../storage';
import { Button } from '../../controls/Button';
import { useText } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { useEditor, useEditorState, useSession } from '../../views/session';
import { useStorageStatus } from '../storage/useStorageStatus';
import { goTo } from '../useRoute';
import styles from './SaveMark.module.css';

/** States that a failed save reports itself. */
export const SAVE_TROUBLES: readonly StorageState[] = ['full', 'broken', 'newer', 'closed'];

/** Whether the map is on disk: quiet while all is well; loud, lasting and with a way out otherwise. */
export function SaveMark({ storage }: { readonly storage: Storage }) {
  const t = useText();
  const state = useEditorState(({ saving }) => saving);
  const gone = useEditorState((editor) => editor.gone);
  if (gone) return <Gone storage={storage} />;
  if (state === 'failed') return <Failed storage={storage} />;
  const text: MessageId = `app.save.${state}`;
  return (
    <span className={styles.quiet} data-state={state} title={t(text)}>
      {state === 'memory' ? <CloudOff aria-hidden="true" /> : <Check aria-hidden="true" />}
      <span className={styles.text}>{t(text)}</span>
    </span>
  );
}

/** The edits of this page reach no disk: why, and what to do. */
function Failed({ storage }: { readonly storage: Storage }) {
  const t = useText();
  const editor = useEditor();
  const { shell } = useSession();
  const { state, reason } = useStorageStatus(storage);
  const isFinal = state === 'newer' || state === 'closed';
  const known = state === 'ready' || state === 'memory' ? 'broken' : state;
  return (
    <div className={styles.loud} role="alert">
      <TriangleAlert aria-hidden="true" />
      <div className={styles.words}>
        <p>{t('app.save.failed')}</p>
        <p className={styles.why}>{t(`storage.${known}`)}</p>
        {reason !== null && (
          <details className={styles.why}>
            <summary>{t('app.save.details')}</summary>
            <code>{reason}</code>
          </details>
        )}
      </div>
      <Button size="sm" onClick={() => void shell.saveFile()}>
        {t('app.save.instead')}
      </Button>
      {isFinal ? (
        <Button size="sm" onClick={() => location.reload()}>
          {t('app.notice.reload')}
        </Button>
      ) : (
        // What fails again says so again.
        <Button size="sm" onClick={() => void editor.flush().catch(() => undefined)}>
          {t('app.save.retry')}
        </Button>
      )}
    </div>
  );
}

/** The map was deleted in another tab: what is on screen can be kept. */
function Gone({ storage }: { readonly storage: Storage }) {
  const t = useText();
  const editor = useEditor();
  const toasts = useToasts();
  const { shell } = useSession();

  async function keepCopy() {
    try {
      const made = await storage.create({ ...editor.store.getState().map, id: newId() });
      goTo({ at: 'map', id: made.id, view: 'map' }, true);
    } catch (error) {
      const { failedNotice } = await import('../../storage/failedNotice');
      toasts.show(failedNotice(error, t));
    }
  }

  return (
    <div className={styles.loud} role="alert">
      <TriangleAlert aria-hidden="true" />
      <p className={styles.words}>{t('app.save.gone')}</p>
      <Button size="sm" onClick={() => void keepCopy()}>
        {t('app.save.keepCopy')}
      </Button>
      <Button size="sm" onClick={() => void shell.saveFile()}>
        {t('app.saveFile')}
      </Button>
    </div>
  );
}
