import type { ReactNode } from 'react';
import { useText } from '../../controls/LanguageProvider';
import { Table } from '../../controls/Table';
import styles from './Insights.module.css';

/** The values of a chart as a table, folded away below it. */
export function AsTable({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  const t = useText();
  return (
    <details className={styles.details}>
      <summary>{t('insights.asTable')}</summary>
      <Table label={label}>{children}</Table>
    </details>
  );
}
