import { TriangleAlert } from 'lucide-react';
import { splitByChance } from '../../../map/edits';
import { chancesAreWritten, nameOf, outgoingOf, takingEverybody } from '../../../map/records';
import { Button } from '../../../controls/Button';
import { useLanguage } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import styles from './Outgoing.module.css';

/** Where a transition of a decision without a rule takes everybody: who gets nobody, and what may be meant. */
export function NobodyYet({ decision }: { readonly decision: string }) {
  const { t, list } = useLanguage();
  const editor = useEditor();
  const map = useMap((whole) => whole);
  const transitions = outgoingOf(map, decision);
  const first = takingEverybody(transitions);
  // With chances, the two readings of the decision say it.
  if (!first || chancesAreWritten(transitions)) return null;
  const [id, { to }] = first;
  const at = transitions.findIndex(([each]) => each === id);
  const name = (touchpoint: string) => nameOf(map, 'touchpoints', touchpoint, t);
  const names = list(transitions.slice(at + 1).map((each) => name(each[1].to)));
  if (names === '') return null;
  return (
    <div className={styles.reading}>
      <p className={styles.said}>
        <TriangleAlert aria-hidden="true" />
        <span>{t('outgoing.nobodyYet', { names, name: name(to) })}</span>
      </p>
      <ul className={styles.choices}>
        <li>
          <Button size="sm" onClick={() => editor.select([{ collection: 'transitions', id }])}>
            {t('outgoing.addRule')}
          </Button>
        </li>
        <li>
          <Button size="sm" onClick={() => editor.edit('outgoing.equal', splitByChance(decision))}>
            {t('outgoing.equal')}
          </Button>
          <span>{t('outgoing.equal.hint')}</span>
        </li>
      </ul>
    </div>
  );
}
