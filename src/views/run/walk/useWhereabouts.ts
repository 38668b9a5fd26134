import { useEffect } from 'react';
import { spokenStep } from '../../../insight/walk';
import { useAnnounce } from '../../../controls/Announcer';
import { emotionName } from '../../../controls/emotions';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useEditor, useSession } from '../../session';
import type { WalkControl } from './useWalk';

/** The canvas and the screen reader follow the customer. */
export function useWhereabouts({ state, map: walked }: WalkControl): void {
  const language = useLanguage();
  const editor = useEditor();
  const { canvas } = useSession();
  const announce = useAnnounce();
  const spoken = state && spokenStep(state, walked, language, emotionName);
  const at = state?.touchpoint ?? null;
  const steps = state?.log.length ?? 0;
  useEffect(() => {
    if (at === null) return;
    const { map } = editor.store.getState();
    if (!map.touchpoints[at]) return;
    const target = { collection: 'touchpoints', id: at } as const;
    editor.select([target]);
    canvas.current?.reveal(target);
  }, [at, steps, editor, canvas]);
  useEffect(() => {
    if (spoken) announce(spoken);
  }, [spoken, steps, announce]);
}
