import { useEffect, useRef } from 'react';
import { useAnnounce } from '../../controls/Announcer';
import { useLanguage } from '../../controls/LanguageProvider';
import { useRunState } from './RunContext';

/** Announces to screen readers when a run that was asked for has ended, and how; a preview must not talk over an edit. */
export function useSpokenRuns(): void {
  const { t, number } = useLanguage();
  const announce = useAnnounce();
  const current = useRunState(({ isPreview, current }) => (isPreview ? null : current));
  const failure = useRunState((state) => state.failure);
  const said = useRef(current);
  useEffect(() => {
    if (!current || said.current === current) return;
    said.current = current;
    const { title, customers } = current.summary;
    announce(t('run.done', { title, customers: number(customers) }));
  }, [current, announce, t, number]);
  useEffect(() => {
    if (failure) announce(t(`run.failure.${failure}`), 'now');
  }, [failure, announce, t]);
}
