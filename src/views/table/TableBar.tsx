import { Rows3 } from 'lucide-react';
import { Button } from '../../controls/Button';
import { useText } from '../../controls/LanguageProvider';
import { Menu } from '../../controls/Menu';
import type { MenuItem } from '../../controls/menuItems';
import { ToggleButton } from '../../controls/ToggleButton';
import styles from './TableBar.module.css';
import { personColor } from '../../controls/colors';
import type { ShownPerson } from '../../map/table';

/** Whose experience is shown, with the colours of the curves, and which lanes. */
export function TableBar({
  people,
  shown,
  onToggle,
  showAim,
  onAim,
  laneItems,
  onKeep,
}: {
  readonly people: readonly ShownPerson[];
  readonly shown: readonly ShownPerson[];
  readonly onToggle: (person: ShownPerson) => void;
  readonly showAim: boolean;
  readonly onAim: (on: boolean) => void;
  readonly laneItems: readonly MenuItem[];
  /** Present where the lanes are only suggested. */
  readonly onKeep: (() => void) | null;
}) {
  const t = useText();
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('table.bar')}>
      <div className={styles.people} role="group" aria-label={t('table.people')}>
        {people.map((person) => (
          <ToggleButton
            key={person.key}
            size="sm"
            pressed={shown.includes(person)}
            onChange={() => onToggle(person)}
            icon={<i className={styles.swatch} style={{ background: personColor(person) }} />}
          >
            {person.name}
          </ToggleButton>
        ))}
      </div>
      <div className={styles.key}>
        <span className={styles.time}>
          <i data-time="now" />
          {t('table.now')}
        </span>
        <ToggleButton
          size="sm"
          pressed={showAim}
          onChange={onAim}
          title={t('table.aim.show')}
          icon={<i className={styles.stroke} />}
        >
          {t('table.aim')}
        </ToggleButton>
      </div>
      <span className={styles.space} />
      {onKeep && (
        <div className={styles.suggestion}>
          <span>{t('table.lanes.suggested')}</span>
          <Button size="sm" onClick={onKeep}>
            {t('table.lanes.keep')}
          </Button>
        </div>
      )}
      <Menu
        label={t('table.lanes')}
        align="end"
        items={laneItems}
        trigger={
          <Button size="sm" variant="ghost" icon={<Rows3 aria-hidden="true" />}>
            {t('table.lanes')}
          </Button>
        }
      />
    </div>
  );
}
