import styles from './charts.module.css';

interface LegendEntry {
  readonly key: string;
  readonly label: string;
  /** A CSS colour, as the chart draws it. */
  readonly color: string;
}

/** What the colours of a chart mean. */
export function Legend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, label, color }) => (
        <li key={key}>
          <i style={{ background: color }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
