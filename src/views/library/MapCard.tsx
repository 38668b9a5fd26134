import { Copy, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import type { MapSummary } from '../../storage';
import { Chip } from '../../controls/Chip';
import { IconButton } from '../../controls/IconButton';
import { useLanguage } from '../../controls/LanguageProvider';
import { Menu } from '../../controls/Menu';
import styles from './MapCard.module.css';
import { MapPicture } from './MapPicture';

interface MapCardProps {
  readonly map: MapSummary;
  readonly now: number;
  /** Address of the map. */
  readonly href: string;
  readonly onRename: () => void;
  readonly onDuplicate: () => void;
  readonly onDelete: () => void;
}

/** A map in the library. */
export function MapCard({ map, now, href, onRename, onDuplicate, onDelete }: MapCardProps) {
  const { t, ago, dateTime } = useLanguage();
  const title = map.title === '' ? t('app.untitled') : map.title;
  return (
    <article className={styles.card}>
      <MapPicture thumbnail={map.thumbnail} stages={map.counts.stages} />
      <div className={styles.text}>
        <h2 className={styles.title}>
          <a className={styles.link} href={href}>
            {title}
          </a>
        </h2>
        <p className={styles.facts}>{t('library.counts', map.counts)}</p>
        <p className={styles.facts}>
          <time dateTime={map.updatedAt} title={dateTime(map.updatedAt)}>
            {ago(map.updatedAt, now)}
          </time>
        </p>
        {map.unreadable && <Chip tone="error">{t('library.unreadable')}</Chip>}
        {!map.durable && <Chip tone="warning">{t('library.memory')}</Chip>}
      </div>
      <div className={styles.menu}>
        <Menu
          label={t('library.more', { title })}
          align="end"
          trigger={
            <IconButton label={t('library.more', { title })}>
              <Ellipsis aria-hidden="true" />
            </IconButton>
          }
          items={[
            { id: 'rename', label: t('library.rename'), icon: <Pencil />, onSelect: onRename },
            {
              id: 'duplicate',
              label: t('library.duplicate'),
              icon: <Copy />,
              onSelect: onDuplicate,
            },
            { kind: 'separator', id: 'line' },
            {
              id: 'delete',
              label: t('library.delete'),
              icon: <Trash2 />,
              danger: true,
              onSelect: onDelete,
            },
          ]}
        />
      </div>
    </article>
  );
}
