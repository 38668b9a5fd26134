import { Footprints, Play } from 'lucide-react';
import { Button } from '../../controls/Button';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { Tooltip } from '../../controls/Tooltip';
import { useSession } from '../session';
import styles from './RunActions.module.css';

/** In the top bar: run the map, or walk it as one person. */
export function RunActions() {
  const t = useText();
  const { shell } = useSession();
  return (
    <>
      <IconButton
        label={t('command.run.walk')}
        caption={t('walk.controls')}
        keys="Alt+Shift+W"
        className={styles.walk}
        onClick={() => shell.toggle('walk')}
      >
        <Footprints aria-hidden="true" />
      </IconButton>
      <Tooltip text={t('run.simulate.title')} keys="Mod+Enter">
        <Button
          variant="primary"
          className={styles.simulate}
          aria-label={t('run.simulate.title')}
          icon={<Play aria-hidden="true" />}
          onClick={() => shell.open('simulate')}
        >
          <span className={styles.words}>{t('run.simulate.title')}</span>
        </Button>
      </Tooltip>
    </>
  );
}
