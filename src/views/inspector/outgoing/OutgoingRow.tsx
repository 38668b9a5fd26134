import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react';
import { baseRestOf, hasTime, nameOf, outgoingOf } from '../../../map/records';
import {
  changeRecord,
  chanceWithRest,
  removeRecords,
  reorder,
  sharingAgain,
  takeRest,
} from '../../../map/edits';
import type { JourneyMap, Transition } from '../../../map/schema';
import { Button } from '../../../controls/Button';
import { IconButton } from '../../../controls/IconButton';
import { useLanguage } from '../../../controls/LanguageProvider';
import { PercentField } from '../../../controls/NumberField';
import { delayWords, describeRule } from '../../../rules';
import { useEditor, useMap } from '../../session';
import styles from './Outgoing.module.css';

interface OutgoingRowProps {
  readonly id: string;
  readonly isDecision: boolean;
  /** The transitions around it: the one before, the one after, and the one behind that. */
  readonly before: string | null;
  readonly after: string | null;
  readonly behind: string | null;
  /** It has just been added here. */
  readonly isNew: boolean;
}

/** One transition: where it leads, who takes it and when. All its fields are behind the second line. */
export function OutgoingRow(props: OutgoingRowProps) {
  const { id, isDecision, isNew } = props;
  const { t } = useLanguage();
  const editor = useEditor();
  const transition = useMap((map) => map.transitions[id]);
  const name = useMap((map) => nameOf(map, 'touchpoints', map.transitions[id]?.to ?? '', t));
  const words = useWords(transition, isDecision);
  if (!transition) return null;
  const { to } = transition;

  return (
    <li className={styles.row} data-field={`/transitions/${id}`} data-new={isNew || undefined}>
      <Button
        variant="ghost"
        size="sm"
        className={styles.target}
        dir="auto"
        onClick={() => editor.select([{ collection: 'touchpoints', id: to }])}
      >
        {name}
      </Button>
      <div className={styles.tools}>
        {isDecision ? (
          <Turns {...props} name={name} />
        ) : (
          <Chance id={id} transition={transition} name={name} />
        )}
        <IconButton
          label={t('outgoing.remove', { name })}
          size="sm"
          onClick={() =>
            editor.edit(
              'outgoing.removed',
              sharingAgain(removeRecords([{ collection: 'transitions', id }])),
            )
          }
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      <button
        type="button"
        className={styles.words}
        aria-label={t('outgoing.open', { words })}
        title={t('outgoing.open', { words })}
        onClick={() => editor.select([{ collection: 'transitions', id }])}
      >
        {words}
        <ChevronRight aria-hidden="true" />
      </button>
      {!isDecision && <Rest id={id} transition={transition} name={name} />}
    </li>
  );
}

/** Who takes a transition and how long it takes: `“Plan” is “Pro” · after 2 days`. */
function useWords(transition: Transition | undefined, isDecision: boolean): string {
  const language = useLanguage();
  const { t, date } = language;
  const map = useMap((whole) => whole);
  if (!transition) return '';
  const { label, when, otherwise, chance, delay } = transition;
  const varies = !isDecision && !otherwise && Object.keys(chance.bySegment).length > 0;
  const rule = when && describeRule(when, map, t, date);
  const everybody = otherwise ? t('canvas.otherwise') : t('rule.everyone');
  const takes = hasTime(map) ? delayWords(delay, language) : '';
  return [label, rule ?? everybody, varies ? t('canvas.varies') : '', takes]
    .filter(Boolean)
    .join(' · ');
}

interface PartProps {
  readonly id: string;
  readonly transition: Transition;
  readonly name: string;
}

/** Its share; one that takes the rest shows how much that is. */
function Chance({ id, transition: { otherwise, chance, from }, name }: PartProps) {
  const { t, percent } = useLanguage();
  const editor = useEditor();
  const rest = useMap((map) => baseRestOf(outgoingOf(map, from)));
  if (otherwise) return <span className={styles.share}>{percent(rest)}</span>;
  return (
    <div className={styles.chance}>
      <PercentField
        label={t('outgoing.chance', { name })}
        hideLabel
        required
        value={chance.base}
        onChange={(base) => {
          const edit = changeRecord('transitions', id, (record) => {
            record.chance.base = base ?? 0;
          });
          editor.edit('field.chance', edit, { gesture: `transitions/${id}/chance/base` });
        }}
      />
    </div>
  );
}

/** What the others leave, to be had by one press; or why nobody goes here. */
function Rest({ id, transition: { otherwise, chance, from }, name }: PartProps) {
  const { t, percent } = useLanguage();
  const editor = useEditor();
  const isFree = useMap((map) => restIsFree(map, from));
  const whole = useMap((map) => (Object.hasOwn(map.transitions, id) ? chanceWithRest(map, id) : 0));
  if (otherwise) return null;
  if (chance.base === 0 && whole === 0)
    return <p className={styles.note}>{t('outgoing.nobody')}</p>;
  if (!isFree || whole <= chance.base) return null;
  return (
    <Button
      variant="ghost"
      size="sm"
      className={styles.rest}
      aria-label={t('outgoing.restTo', { name, share: percent(whole) })}
      onClick={() => editor.edit('outgoing.rest', takeRest(id))}
    >
      {t('outgoing.rest')}
    </Button>
  );
}

/** Does the rest go to nobody yet? */
function restIsFree(map: JourneyMap, from: string): boolean {
  return outgoingOf(map, from).every(([, { otherwise }]) => !otherwise);
}

interface TurnsProps extends OutgoingRowProps {
  readonly name: string;
}

/** A decision asks its rules in order. */
function Turns({ id, before, after, behind, name }: TurnsProps) {
  const { t } = useLanguage();
  const editor = useEditor();
  const put = (place: string | null) =>
    editor.edit('outgoing.reorder', reorder('transitions', id, place));
  return (
    <>
      <IconButton
        label={t('outgoing.up', { name })}
        size="sm"
        disabled={before === null}
        onClick={() => put(before)}
      >
        <ArrowUp aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('outgoing.down', { name })}
        size="sm"
        disabled={after === null}
        onClick={() => put(behind)}
      >
        <ArrowDown aria-hidden="true" />
      </IconButton>
    </>
  );
}
