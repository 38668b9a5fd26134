import { Settings } from 'lucide-react';
import type { Storage } from '../storage';
import { IconButton } from '../controls/IconButton';
import { Menu } from '../controls/Menu';
import { useText } from '../controls/LanguageProvider';
import { Logo } from '../controls/Logo';
import { useLater } from '../controls/useLater';
import { LibraryScreen } from '../views/library/LibraryScreen';
import styles from './LibraryRoute.module.css';
import { useSettingsItems } from './preferences';
import { StorageNotices } from './storage/StorageNotices';
import { hashOf } from './routes';
import { goTo } from './useRoute';

/** The library, with the app's mark and settings. */
export function LibraryRoute({ storage }: { readonly storage: Storage }) {
  const t = useText();
  const settings = useSettingsItems();
  // Whoever is here opens a map next.
  useLater(loadMapScreen);
  return (
    <LibraryScreen
      storage={storage}
      onOpen={(id) => goTo({ at: 'map', id, view: 'map' })}
      addressOf={(id) => hashOf({ at: 'map', id, view: 'map' })}
      notices={<StorageNotices storage={storage} />}
      brand={
        <p className={styles.brand}>
          <Logo size={28} />
          {t('app.name')}
        </p>
      }
      settings={
        <Menu
          label={t('app.settings')}
          align="end"
          items={settings}
          trigger={
            <IconButton label={t('app.settings')}>
              <Settings aria-hidden="true" />
            </IconButton>
          }
        />
      }
    />
  );
}

const loadMapScreen = () => import('./MapRoute');
