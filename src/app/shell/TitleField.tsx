import { setMapField } from '../../map/edits';
import { LIMITS } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { useOpenName } from '../../controls/useOpenName';
import { useEditor, useMap } from '../../views/session';
import styles from './TitleField.module.css';

/**
 * The map's title, as wide as it is long, changed where it stands. The field is always open, and a map
 * that is not named yet is called there as in the library.
 */
export function TitleField() {
  const t = useText();
  const editor = useEditor();
  const title = useMap((map) => map.title);
  const typing = useOpenName({
    name: title,
    onChange: (next) =>
      editor.edit('app.edit.title', setMapField(['title'], next), { gesture: 'title' }),
    onEnd: (by, box) => {
      editor.settle();
      if (by === 'enter') box.blur();
    },
  });
  return (
    <span className={styles.title}>
      <span className={styles.twin} aria-hidden="true">
        {title === '' ? t('app.untitled') : title}
      </span>
      <input
        {...typing}
        dir="auto"
        className={styles.input}
        aria-label={t('app.title')}
        placeholder={t('app.untitled')}
        maxLength={LIMITS.name}
        size={1}
      />
    </span>
  );
}
