import { Component, type ReactNode } from 'react';
import type { JourneyMap } from '../map/schema';
import { Button } from '../controls/Button';
import { EmptyState } from '../controls/EmptyState';
import { useText } from '../controls/LanguageProvider';
import styles from './ErrorBoundary.module.css';
import { rescued } from './rescue';

/** Catches what should never happen, and offers the open map as a file before anything else. */
export class ErrorBoundary extends Component<
  { readonly children: ReactNode },
  { readonly error: unknown }
> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('unknown') };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <Failure error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}

async function save(map: JourneyMap) {
  const { saveMapFile } = await import('../exchange/browser/mapFile');
  await saveMapFile(map);
}

/** What is shown instead: what happened, and the ways on. */
function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText();
  const map = rescued();
  return (
    <main className={styles.page}>
      <EmptyState
        title={t('app.error.title')}
        actions={
          <>
            {map && (
              <Button variant="primary" onClick={() => void save(map)}>
                {t('app.error.save')}
              </Button>
            )}
            <Button onClick={onRetry}>{t('app.error.retry')}</Button>
            <Button onClick={() => location.reload()}>{t('app.error.reload')}</Button>
          </>
        }
      >
        <p>{map ? t('app.error.text') : t('app.error.textNoMap')}</p>
        <details className={styles.details}>
          <summary>{t('app.error.details')}</summary>
          <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
        </details>
      </EmptyState>
    </main>
  );
}
