import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { useText } from '../../controls/LanguageProvider';
import { useMap, useRunCommand } from '../session';
import styles from './MapView.module.css';

/** On a map without a touchpoint: how to begin. */
export function BlankMap() {
  const t = useText();
  const run = useRunCommand();
  const hasStages = useMap(({ stages }) => Object.keys(stages).length > 0);
  return (
    <div className={styles.blank}>
      <EmptyState
        title={t('map.blank.title')}
        actions={
          <>
            <Button
              variant="primary"
              onClick={() => {
                run('insert.entry');
              }}
            >
              {t('map.blank.touchpoint')}
            </Button>
            <Button
              onClick={() => {
                run('insert.stage');
              }}
            >
              {hasStages ? t('map.blank.nextStage') : t('map.blank.stage')}
            </Button>
          </>
        }
      >
        {t('map.blank.text')}
      </EmptyState>
    </div>
  );
}
