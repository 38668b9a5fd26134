import { useStore } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import { Later, later } from '../../controls/Later';
import { isSelected as isAmong } from '../../editing';
import { type LabelPlace, pointAlong, type Route } from '../../map/layout';
import { useCanvasParts, useEdited, useEditedParts, useTools } from '../CanvasContext';
import { nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import type { TransitionWords } from '../../rules';
import { RecordName } from '../card';
import { shortOf } from './shortLabel';
import styles from './TransitionLayer.module.css';

const ChanceBox = later(async () => (await import('../chance/ChanceBox')).ChanceBox);

interface TransitionLabelProps {
  /** Undefined where there is no room for it. */
  readonly place: LabelPlace | undefined;
  readonly route: Route;
}

/** What a transition says, and with it selected a button that puts a touchpoint on it. */
export const TransitionLabel = memo(function TransitionLabel(props: TransitionLabelProps) {
  const { place, route } = props;
  const { id } = route;
  const { language } = useTools();
  const { t } = language;
  const { isSelected, isRenaming, label } = useEditedParts(({ map, selection, renaming }) => ({
    isSelected: isAmong(selection, { collection: 'transitions', id }),
    isRenaming: renaming?.id === id && renaming.at === 'view',
    label: map.transitions[id]?.label ?? '',
  }));
  const { words, isHovered, isDimmed, isQuiet, isTyped } = useCanvasParts((state) => ({
    words: state.words[id],
    isHovered: state.hovered === id,
    isTyped: state.chance?.transition === id,
    isQuiet: state.quiet.has(id),
    isDimmed: state.lit !== null && !state.lit.transitions.has(id),
  }));
  const isShown = isSelected || isHovered || isRenaming;
  // What somebody looks at is to be read and hit from however far; the others shrink with the map.
  const scale = useStore(({ transform: [, , zoom] }) => (isShown ? Math.max(1, 1 / zoom) : 1));
  if ((!place || isDimmed || isQuiet) && !isShown) return null;
  const { x, y } = place ?? pointAlong(route.chain, 0.5);
  // What says nothing by itself says all it has to whoever looks at it.
  const whole = (words?.label ?? label) || (isShown ? (words?.title ?? '') : '');
  const text = place?.isShort && !isShown ? shortOf(words?.tail ?? '') : whole;
  return (
    <div
      className={styles.label}
      style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%) scale(${scale})` }}
      data-item="transition"
      data-id={id}
      data-selected={isSelected || undefined}
      data-lit={isHovered || undefined}
      data-shown={isShown || undefined}
    >
      {isTyped && (
        <Later missing="notice">
          <ChanceBox id={id} />
        </Later>
      )}
      {isRenaming ? (
        <RecordName
          target={{ collection: 'transitions', id }}
          value={label}
          field="label"
          label={t('canvas.rename.transition')}
          className={styles.rename}
        />
      ) : (
        text !== '' &&
        !isTyped && <Words id={id} text={text} words={words} isSelected={isSelected} />
      )}
      {isSelected && !isRenaming && !isTyped && (
        <button
          type="button"
          className={styles.plus}
          data-insert={id}
          title={t('canvas.insertHere')}
          aria-label={t('canvas.insertHere')}
        >
          <Plus aria-hidden="true" />
        </button>
      )}
    </div>
  );
});

interface WordsProps {
  readonly id: string;
  readonly text: string;
  readonly words: TransitionWords | undefined;
  readonly isSelected: boolean;
}

/** The label in sight. It alone follows the names of both ends. */
function Words({ id, text, words, isSelected }: WordsProps) {
  const { t } = useTools().language;
  const end = (map: JourneyMap, side: 'from' | 'to') =>
    nameOf(map, 'touchpoints', map.transitions[id]?.[side] ?? '', t);
  const from = useEdited(({ map }) => end(map, 'from'));
  const to = useEdited(({ map }) => end(map, 'to'));
  const ends = t('canvas.fromTo', { from, to });
  const title = `${ends}, ${words?.title ?? text}`;
  const tail = words?.tail && text.endsWith(words.tail) ? words.tail : '';
  return (
    <span
      className={styles.words}
      role="button"
      tabIndex={isSelected ? 0 : -1}
      data-focus
      aria-pressed={isSelected}
      aria-roledescription={t('canvas.transition')}
      aria-label={title}
      title={title}
    >
      <span className={styles.start}>{text.slice(0, text.length - tail.length)}</span>
      {tail !== '' && <span className={styles.tail}>{tail}</span>}
    </span>
  );
}
