import { useEffect, useRef } from 'react';
import { Button } from '../../controls/Button';
import { EmptyState } from '../../controls/EmptyState';
import { isFocusFree } from '../../controls/focus';
import { useText } from '../../controls/LanguageProvider';
import { useMap, useRunCommand } from '../session';
import styles from './MapView.module.css';

/** On a map without a touchpoint: how to begin. Enter does: the keyboard is at the first touchpoint. */
export function BlankMap() {
  const t = useText();
  const run = useRunCommand();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isFocusFree()) first.current?.focus();
  }, []);
  const hasStages = useMap(({ stages }) => Object.keys(stages).length > 0);
  return (
    <div className={styles.blank}>
      <EmptyState
        title={t('map.blank.title')}
        actions={
          <>
            <Button
              ref={first}
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
