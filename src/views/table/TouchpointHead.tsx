import { Diamond, Flag, LogIn, Star } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import { nameOfRecord } from '../../map/records';
import type { Touchpoint } from '../../map/schema';
import { useText } from '../../controls/LanguageProvider';
import { RenameLine } from '../outline/RenameLine';
import styles from './Heads.module.css';
import { useGridActions } from './TableContext';
import { HEADS } from './useGrid';

const KIND_ICONS = { entry: LogIn, decision: Diamond, outcome: Flag } as const;

/** The head of a column: what the touchpoint is called, and what is special about it. */
export const TouchpointHead = memo(function TouchpointHead({
  column,
  index,
  touchpoint,
  isActive,
  isSelected,
  isRenaming,
  isFirst,
}: {
  readonly column: string;
  readonly index: number;
  /** null in the column of an empty stage. */
  readonly touchpoint: Touchpoint | null;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly isRenaming: boolean;
  /** The first of its stage. */
  readonly isFirst: boolean;
}) {
  const t = useText();
  const { focus } = useGridActions();
  const kind = touchpoint?.kind ?? 'touchpoint';
  const Icon = kind === 'touchpoint' ? null : KIND_ICONS[kind];
  const name = touchpoint ? nameOfRecord('touchpoints', touchpoint, t) : t('table.stage.empty');
  return (
    <div
      role="columnheader"
      aria-colindex={index + 2}
      aria-selected={isSelected}
      tabIndex={isActive ? 0 : -1}
      data-row={HEADS}
      data-column={column}
      data-first={isFirst || undefined}
      className={styles.head}
      style={{ '--place': index } as CSSProperties}
    >
      {isRenaming ? (
        <RenameLine
          target={{ collection: 'touchpoints', id: column }}
          onDone={() => focus({ row: HEADS, column })}
        />
      ) : (
        <>
          {Icon && (
            <span className={styles.mark} role="img" aria-label={t(`canvas.kind.${kind}`)}>
              <Icon aria-hidden="true" />
            </span>
          )}
          <span className={styles.name} data-none={!touchpoint || undefined} dir="auto">
            {name}
          </span>
          {touchpoint?.momentOfTruth && (
            <span className={styles.star} role="img" aria-label={t('canvas.momentOfTruth')}>
              <Star aria-hidden="true" />
            </span>
          )}
        </>
      )}
    </div>
  );
});
