import { Component, useState, type ReactNode } from 'react';
import { downloadMap } from '../exchange/browser';
import { Button } from '../controls/Button';
import { EmptyState } from '../controls/EmptyState';
import { useText } from '../controls/LanguageProvider';
import styles from './ErrorBoundary.module.css';
import wholePage from './wholePage.module.css';
import { rescued } from './rescue';
import { isReachable } from './start/server';

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

/** What is shown instead: what happened, and the ways on. */
function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useText();
  const [isOffline, setOffline] = useState(false);
  const map = rescued();

  /** Offline a reload would lose the page. */
  async function reload() {
    if (await isReachable()) location.reload();
    else setOffline(true);
  }

  return (
    <main className={wholePage.page} tabIndex={-1}>
      <EmptyState
        title={t('app.error.title')}
        actions={
          <>
            {map && (
              <Button variant="primary" onClick={() => downloadMap(map)}>
                {t('app.error.save')}
              </Button>
            )}
            <Button onClick={onRetry}>{t('app.error.retry')}</Button>
            <Button onClick={() => void reload()}>{t('app.error.reload')}</Button>
          </>
        }
      >
        <p>{map ? t('app.error.text') : t('app.error.textNoMap')}</p>
        {isOffline && <p role="alert">{t('app.error.offline')}</p>}
        <details className={styles.details}>
          <summary>{t('app.error.details')}</summary>
          <pre>{error instanceof Error ? (error.stack ?? error.message) : String(error)}</pre>
        </details>
      </EmptyState>
    </main>
  );
}
