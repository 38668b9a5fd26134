import { useEffect, useEffectEvent } from 'react';
import { useText } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { isMissingPart, useMissingNotice } from '../../controls/useMissingNotice';
import { flushRescued } from '../rescue';
import { isOutdated } from './server';

/**
 * What becomes of a part of the app that cannot be fetched, besides the message in its place. Where the server has
 * another build it is gone for good: keeps what is open, then offers to reload. What has no place, such as a command that
 * waits for it, is reported by a notice.
 */
export function MissingParts() {
  useStaleBuild();
  useMissingWork();
  useStylesAgain();
  return null;
}

function useStaleBuild() {
  const t = useText();
  const toasts = useToasts();
  useEffect(() => {
    let close: (() => void) | null = null;
    let isGone = false;
    async function report() {
      flushRescued();
      // Offline is another matter: the part is where it was.
      if (!(await isOutdated()) || isGone) return;
      close ??= toasts.show({
        text: t('app.notice.stale'),
        action: { label: t('app.notice.reload'), run: () => location.reload() },
        stays: true,
      });
    }
    const onPreloadError = () => void report();
    addEventListener('vite:preloadError', onPreloadError);
    return () => {
      isGone = true;
      removeEventListener('vite:preloadError', onPreloadError);
      close?.();
    };
  }, [t, toasts]);
}

function useMissingWork() {
  const tell = useEffectEvent(useMissingNotice());
  useEffect(() => {
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      if (isMissingPart(reason)) tell();
    };
    addEventListener('unhandledrejection', onRejection);
    return () => removeEventListener('unhandledrejection', onRejection);
  }, []);
}

/** A style sheet that failed would count as fetched at the next attempt, and its part would be shown without it. */
function useStylesAgain() {
  useEffect(() => {
    const onError = ({ target }: Event) => {
      if (target instanceof HTMLLinkElement) target.remove();
    };
    addEventListener('error', onError, true);
    return () => removeEventListener('error', onError, true);
  }, []);
}
