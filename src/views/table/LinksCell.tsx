import { memo, useState } from 'react';
import { Chip } from '../../controls/Chip';
import { useLanguage } from '../../controls/LanguageProvider';
import { useEditor } from '../session';
import { AttachMenu } from './AttachMenu';
import { type CellProps, GridCell } from './GridCell';
import { type Link, type LinkKind, MOST_CHIPS } from '../../insight/table';
import styles from './Table.module.css';

interface LinksCellProps extends CellProps {
  readonly kind: LinkKind;
  readonly links: readonly Link[];
  readonly laneName: string;
  readonly touchpointName: string;
}

/** The records one touchpoint is linked with: a click shows one in the inspector. */
export const LinksCell = memo(function LinksCell(props: LinksCellProps) {
  const { kind, links, laneName, touchpointName, ...cell } = props;
  const { t, list } = useLanguage();
  const editor = useEditor();
  const [isOver, setOver] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { isActive, column } = cell;
  const shown = links.length > MOST_CHIPS ? links.slice(0, MOST_CHIPS - 1) : links;
  const text = links.length === 0 ? t('table.cell.empty') : list(links.map(({ name }) => name));
  const canAttach = kind !== 'segments' && kind !== 'messages';

  return (
    <GridCell
      {...cell}
      label={t('table.cell', { lane: laneName, touchpoint: touchpointName, text })}
      className={styles.linksCell}
      onPointerEnter={() => setOver(true)}
      onPointerLeave={() => setOver(false)}
    >
      {shown.map(({ collection, id, name, value, tone }, index) => (
        <button
          key={collection === 'touchpoints' ? index : id}
          type="button"
          className={styles.link}
          title={name}
          tabIndex={isActive ? 0 : -1}
          onClick={() => editor.select([{ collection, id }])}
        >
          <Chip tone={tone}>
            {name}
            {value !== undefined && value !== '' && <b className={styles.value}>{value}</b>}
          </Chip>
        </button>
      ))}
      {shown.length < links.length && (
        <span className={styles.more}>
          {t('table.cell.more', { count: links.length - shown.length })}
        </span>
      )}
      {canAttach && (isActive || isOver || isOpen) && (
        <AttachMenu
          kind={kind}
          touchpoint={column}
          label={t('table.attach', { lane: laneName, touchpoint: touchpointName })}
          isStop={isActive}
          onOpenChange={setOpen}
        />
      )}
    </GridCell>
  );
});
