import { ListFilter } from 'lucide-react';
import { useStore } from 'zustand';
import { filterSize, displayOf } from '../../../editing';
import { Button } from '../../../controls/Button';
import { IconButton } from '../../../controls/IconButton';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap, useRunCommand } from '../../session';
import { hasNone } from '../../../map/records';
import styles from './FilterButton.module.css';

/** Opens the filter, and says as long as one is on how much meets it. */
export function FilterButton({ met }: { readonly met: number | null }) {
  const t = useText();
  const editor = useEditor();
  const run = useRunCommand();
  const isOpen = useStore(displayOf(editor), (display) => display.isFilterOpen);
  const isOn = useStore(displayOf(editor), (display) => filterSize(display.filter) > 0);
  const isThinned = useStore(displayOf(editor), (display) => display.traffic < 1);
  const isBlank = useMap(({ touchpoints }) => hasNone(touchpoints));
  // Counted only where it is shown: the map changes with every letter typed.
  const all = useMap(({ touchpoints }) => (isOn ? Object.keys(touchpoints).length : 0));
  if (isBlank || isOpen) return null;
  const open = () => {
    run('view.filter');
  };
  const icon = <ListFilter aria-hidden="true" />;
  return (
    <div className={styles.place} data-on={isOn || undefined}>
      {isOn ? (
        <Button size="sm" variant="ghost" icon={icon} onClick={open}>
          {t('map.filter.count', { shown: met ?? 0, all })}
        </Button>
      ) : (
        <IconButton
          size="sm"
          label={t('command.view.filter')}
          caption={t('map.filter')}
          keys="F"
          tooltipSide="top"
          {...(isThinned && { pressed: true })}
          onClick={open}
        >
          {icon}
        </IconButton>
      )}
    </div>
  );
}
