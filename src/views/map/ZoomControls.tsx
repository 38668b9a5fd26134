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
      <ZoomButton command="view.zoomOut" label={t('command.view.zoomOut')} keys="Mod+-">
        <Minus aria-hidden="true" />
      </ZoomButton>
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
      <ZoomButton command="view.zoomIn" label={t('command.view.zoomIn')} keys="Mod++">
        <Plus aria-hidden="true" />
      </ZoomButton>
      <ZoomButton command="view.fit" label={t('command.view.fit')} keys="Shift+1">
        <Maximize aria-hidden="true" />
      </ZoomButton>
      {children}
    </div>
  );
}

function ZoomButton({
  command,
  label,
  keys,
  children,
}: {
  readonly command: string;
  readonly label: string;
  readonly keys: string;
  readonly children: ReactNode;
}) {
  const run = useRunCommand();
  return (
    <IconButton size="sm" label={label} keys={keys} tooltipSide="top" onClick={() => run(command)}>
      {children}
    </IconButton>
  );
}
