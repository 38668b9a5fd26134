import { Ellipsis } from 'lucide-react';
import { Face } from '../../controls/Face';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { Menu } from '../../controls/Menu';
import type { MenuItem } from '../../controls/menuItems';
import { RenameLine } from '../outline/RenameLine';
import { heightOf } from '../../map/layout';
import styles from './Heads.module.css';
import { personColor } from '../../controls/colors';
import type { ShownPerson } from '../../map/table';
import type { TableRow } from '../../insight/table';
import { useGridActions } from './TableContext';
import { LANE_HEAD } from './useGrid';

/** The head of a row: the lane's name, whose row it is, and what can be done with the lane. */
export function LaneHead({
  row: { key, lane, first },
  person,
  items,
  isActive,
  isSelected,
  isRenaming,
}: {
  readonly row: TableRow;
  /** Named where more than everyone's experience is shown. */
  readonly person: ShownPerson | null;
  readonly items: readonly MenuItem[];
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
}) {
  const t = useText();
  const { focus } = useGridActions();
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      aria-label={
        person ? t('table.lane.person', { lane: lane.name, person: person.name }) : lane.name
      }
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      data-row={key}
      data-column={LANE_HEAD}
      data-kind={lane.kind}
      className={styles.lane}
    >
      {first && (
        <div className={styles.laneLine}>
          {isRenaming ? (
            <RenameLine
              target={{ collection: 'lanes', id: lane.id }}
              onDone={() => focus({ row: key, column: LANE_HEAD })}
            />
          ) : (
            <span className={styles.laneName} dir="auto">
              {lane.name}
            </span>
          )}
          <Menu
            label={t('table.lane.more', { name: lane.name })}
            items={items}
            trigger={
              <IconButton
                label={t('table.lane.more', { name: lane.name })}
                size="sm"
                className={styles.laneMore}
                tabIndex={isActive ? 0 : -1}
              >
                <Ellipsis aria-hidden="true" />
              </IconButton>
            }
          />
        </div>
      )}
      {person && (
        <span className={styles.person} dir="auto">
          <i style={{ background: personColor(person) }} />
          {person.name}
        </span>
      )}
      {lane.kind === 'emotion' && (
        <span className={styles.scale} aria-hidden="true">
          {[2, 1, 0, -1, -2].map((level) => (
            <i key={level} style={{ insetBlockStart: `${heightOf(level) * 100}%` }}>
              <Face level={level} size={14} />
            </i>
          ))}
        </span>
      )}
    </div>
  );
}
