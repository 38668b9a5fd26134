import { Maximize, Minus, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { Tooltip } from '../../controls/Tooltip';
import { useRunCommand } from '../session';
import styles from './MapView.module.css';

/** How near one looks, and the ways to change it. */
export function ZoomControls({
  zoom,
  children,
}: {
  readonly zoom: number;
  /** What else belongs to looking. */
  readonly children?: ReactNode;
}) {
  const { t, percent } = useLanguage();
  const run = useRunCommand();
  return (
    <div className={styles.zoom} data-bar role="group" aria-label={t('map.zoom')}>
      <IconButton
        size="sm"
        label={t('command.view.zoomOut')}
        keys="Mod+-"
        tooltipSide="top"
        onClick={() => {
          run('view.zoomOut');
        }}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <Tooltip text={t('command.view.actualSize')} keys="Shift+0" side="top">
        <button
          type="button"
          className={styles.percent}
          onClick={() => {
            run('view.actualSize');
          }}
        >
          {percent(zoom, { digits: 0 })}
        </button>
      </Tooltip>
      <IconButton
        size="sm"
        label={t('command.view.zoomIn')}
        keys="Mod++"
        tooltipSide="top"
        onClick={() => {
          run('view.zoomIn');
        }}
      >
        <Plus aria-hidden="true" />
      </IconButton>
      <IconButton
        size="sm"
        label={t('command.view.fit')}
        keys="Shift+1"
        tooltipSide="top"
        onClick={() => {
          run('view.fit');
        }}
      >
        <Maximize aria-hidden="true" />
      </IconButton>
      {children}
    </div>
  );
}
