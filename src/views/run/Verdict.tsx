import { ArrowRight } from 'lucide-react';
import { useMemo } from 'react';
import type { RunResult } from '../../simulation/results';
import { PROFIT_ARRIVALS, profitOf } from '../../kpis';
import { useLanguage } from '../controls/LanguageProvider';
import { useMap } from '../session/EditorContext';
import { useSession } from '../session/ShellContext';
import { figure, verdictOf } from './figures';
import styles from './RunBar.module.css';

/** Does the journey earn or lose money? One sentence, and the way to why. */
export function Verdict({ run }: { readonly run: RunResult }) {
  const language = useLanguage();
  const { t, number } = language;
  const { shell } = useSession();
  const map = useMap((whole) => whole);
  const profit = useMemo(() => profitOf(run, map), [run, map]);
  const verdict = verdictOf(profit);
  return (
    <button
      type="button"
      className={styles.verdict}
      data-verdict={verdict}
      onClick={() => shell.show('insights')}
    >
      {t(`insights.verdict.${verdict}`, {
        amount: figure(Math.abs(profit.value), 'money', map.currency, language),
        side: profit.value < 0 ? 'loss' : 'profit',
        arrivals: number(PROFIT_ARRIVALS),
      })}
      <ArrowRight aria-hidden="true" />
    </button>
  );
}
