import { setMapField } from '../../map/edits';
import { useText } from '../../controls/LanguageProvider';
import { isComposing } from '../../controls/typing';
import { useRestore } from '../../controls/useRestore';
import { useEditor, useMap } from '../../views/session';
import styles from './TitleField.module.css';

/** The map's title, as wide as it is long, changed where it stands. */
export function TitleField() {
  const t = useText();
  const editor = useEditor();
  const title = useMap((map) => map.title);
  const change = (next: string) =>
    editor.edit('app.edit.title', setMapField(['title'], next), { gesture: 'title' });
  const restore = useRestore(title, change);
  return (
    <span className={styles.title}>
      <span className={styles.twin} aria-hidden="true">
        {title === '' ? t('app.untitled') : title}
      </span>
      <input
        {...restore}
        className={styles.input}
        aria-label={t('app.title')}
        placeholder={t('app.untitled')}
        maxLength={200}
        size={1}
        value={title}
        onChange={(event) => change(event.target.value)}
        onBlur={() => editor.settle()}
        onKeyDown={(event) => {
          restore.onKeyDown(event);
          if (event.key === 'Enter' && !isComposing(event)) event.currentTarget.blur();
        }}
      />
    </span>
  );
}
