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
  const button = (command: string, label: string, keys: string, icon: ReactNode) => (
    <IconButton size="sm" label={label} keys={keys} tooltipSide="top" onClick={() => run(command)}>
      {icon}
    </IconButton>
  );
  return (
    <div className={styles.zoom} data-bar role="group" aria-label={t('map.zoom')}>
      {button('view.zoomOut', t('command.view.zoomOut'), 'Mod+-', <Minus aria-hidden="true" />)}
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
      {button('view.zoomIn', t('command.view.zoomIn'), 'Mod++', <Plus aria-hidden="true" />)}
      {button('view.fit', t('command.view.fit'), 'Shift+1', <Maximize aria-hidden="true" />)}
      {children}
    </div>
  );
}
