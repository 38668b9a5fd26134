import { useEffect, useEffectEvent } from 'react';
import { useText } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { isMissingPart, useMissingNotice } from '../../controls/useMissingNotice';
import { flushRescued } from '../rescue';
import { isOutdated, isReachable } from './server';

/**
 * What becomes of a part of the app that cannot be fetched, besides the message in its place. Where the server has
 * another build it is gone for good, and some browsers ask once only for a part that was missing: what is open is kept, then
 * a reload is offered. What has no place, such as a command that
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
    const missed = new Set<string>();
    async function report(part: string) {
      flushRescued();
      const isAgain = missed.has(part);
      missed.add(part);
      const isStale = await isOutdated();
      // Offline is another matter: the part is where it was, and may come when it is asked for again.
      if (isGone || (!isStale && !(isAgain && (await isReachable())))) return;
      close ??= toasts.show({
        text: t(isStale ? 'app.notice.stale' : 'app.notice.unfetched'),
        actions: [{ label: t('app.notice.reload'), run: () => location.reload() }],
        stays: true,
      });
    }
    const onPreloadError = ({ payload }: VitePreloadErrorEvent) => void report(payload.message);
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
