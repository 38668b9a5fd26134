import type { Holder } from '../../../editing/fields';
import { TriangleAlert } from 'lucide-react';
import { decideByRule, splitByChance } from '../../../map/edits';
import {
  chancesAreWritten,
  nameOf,
  outgoingOf,
  type RecordEntry,
  takingEverybody,
} from '../../../map/records';
import type { JourneyMap, Transition } from '../../../map/schema';
import { Button } from '../../../controls/Button';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import { useHolder } from '../fields/holder';
import styles from './Outgoing.module.css';

/** Where a decision has chances: that it reads none, and the two things that may be meant. */
export function ReadingFieldView() {
  const { t, list, percent } = useLanguage();
  const shareOf = ([, { chance, otherwise }]: RecordEntry<Transition>) =>
    otherwise ? t('canvas.otherwise') : percent(chance.base);
  const editor = useEditor();
  const holder = useHolder();
  const decision = useMap((map) => decisionWithChances(map, holder));
  const first = useMap((map) => {
    const found = decision === null ? null : takingEverybody(outgoingOf(map, decision));
    return found && nameOf(map, 'touchpoints', found[1].to, t);
  });
  const shares = useMap((map) => list(outgoingOf(map, decision ?? '').map(shareOf)));
  if (decision === null) return null;
  return (
    <div role="group" aria-label={t('field.reading')} className={styles.reading}>
      <p className={styles.said}>
        <TriangleAlert aria-hidden="true" />
        <span>{first === null ? t('reading.rules') : t('reading.everybody', { name: first })}</span>
      </p>
      <ul className={styles.choices}>
        <li>
          <Button size="sm" onClick={() => editor.edit('reading.byRule', decideByRule(decision))}>
            {t('reading.byRule')}
          </Button>
          <span>{t('reading.byRule.hint')}</span>
        </li>
        <li>
          <Button
            size="sm"
            onClick={() => editor.edit('reading.byChance', splitByChance(decision))}
          >
            {t('reading.byChance')}
          </Button>
          <span>{t('reading.byChance.hint', { shares })}</span>
        </li>
      </ul>
    </div>
  );
}

/** The decision that the holder is, or that its transition leads out of, if it has chances that nothing reads. */
function decisionWithChances(map: JourneyMap, { collection, id }: Holder): string | null {
  const from = collection === 'transitions' ? map.transitions[id]?.from : id;
  if (from === undefined || map.touchpoints[from]?.kind !== 'decision') return null;
  return chancesAreWritten(outgoingOf(map, from)) ? from : null;
}
