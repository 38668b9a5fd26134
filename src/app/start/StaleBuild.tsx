import { useEffect } from 'react';
import { useText } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { flushRescued } from '../rescue';

/** A part that is gone from the server means a new build: keeps what is open, then offers to reload. */
export function StaleBuild() {
  const t = useText();
  const toasts = useToasts();
  useEffect(() => {
    let close: (() => void) | null = null;
    const onPreloadError = () => {
      flushRescued();
      close ??= toasts.show({
        text: t('app.notice.stale'),
        action: { label: t('app.notice.reload'), run: () => location.reload() },
        stays: true,
      });
    };
    addEventListener('vite:preloadError', onPreloadError);
    return () => {
      removeEventListener('vite:preloadError', onPreloadError);
      close?.();
    };
  }, [t, toasts]);
  return null;
}
