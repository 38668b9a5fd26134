import type { NodeProps } from '@xyflow/react';
import { ArrowRight, BookOpen, Star, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { firstsOf, isSelected as isAmong } from '../../editing';
import { withSoftBreaks } from '../../language';
import { CARD_SIZE, firstInJourneyOrder } from '../../map/layout';
import { lastCall } from '../../map/memo';
import { channelName, nameOfRecord } from '../../map/records';
import type { Touchpoint } from '../../map/schema';
import { useCanvasParts, useEdited, useEditedParts, useTools } from '../CanvasContext';
import type { FlowNode } from '../flowNodes';
import { CardMarks } from './CardMarks';
import { ChannelIcon } from '../../controls/ChannelIcon';
import { emotionVar } from '../../controls/colors';
import { Face } from '../../controls/Face';
import { describeTouchpoint } from './describe';
import { RecordName } from './RecordName';
import { SILHOUETTES } from './silhouette';
import styles from './TouchpointCard.module.css';

/** A touchpoint on the canvas. */
export const TouchpointCard = memo(function TouchpointCard({ id, data }: NodeProps<FlowNode>) {
  const touchpoint = useEdited(({ map }) => map.touchpoints[data.record]);
  return touchpoint ? (
    <Card id={data.record} touchpoint={touchpoint} isCopy={id !== data.record} />
  ) : null;
});

interface CardProps {
  readonly id: string;
  readonly touchpoint: Touchpoint;
  readonly isCopy: boolean;
}

function Card({ id, touchpoint, isCopy }: CardProps) {
  const { language } = useTools();
  const { own, visits, detail, isOver, isKept, isHovered } = useCanvasParts((state) => ({
    own: state.marks[id],
    // Where they are not shown, a run is no reason to draw thousands of cards again.
    visits: state.detail === 'near' ? state.overlay?.touchpoints[id]?.visits : undefined,
    detail: state.detail,
    isOver: state.line?.over === id,
    isKept: state.lit?.items.has(id) === true,
    isHovered: state.hovered === id,
  }));
  const { isSelected, isRenaming, isTabStop } = useEditedParts(({ selection, renaming, map }) => ({
    isSelected: isAmong(selection, { collection: 'touchpoints', id }),
    isRenaming: renaming?.id === id && renaming.at === 'view' && !isCopy,
    isTabStop: tabStop(selection, map) === id,
  }));
  const emotion = touchpoint.experience.default.emotion.now;
  const isLegible = detail === 'near' || detail === 'middle';
  // Wherever names can be read. Further away there are many cards: only one that is pointed at has it.
  const isPulled =
    !isCopy &&
    touchpoint.kind !== 'outcome' &&
    (isLegible || (detail === 'small' && (isHovered || isSelected)));
  const name = nameOfRecord('touchpoints', touchpoint, language.t);

  return (
    <div
      className={styles.item}
      data-item="touchpoint"
      data-id={id}
      data-kind={touchpoint.kind}
      data-detail={detail}
      data-kept={isKept || undefined}
    >
      <div
        className={styles.card}
        data-focus
        data-selected={isSelected || undefined}
        data-over={isOver || undefined}
        {...(isRenaming
          ? { role: 'group' }
          : { role: 'button', tabIndex: isTabStop ? 0 : -1, 'aria-pressed': isSelected })}
        aria-roledescription={language.t(`canvas.kind.${touchpoint.kind}`)}
        aria-label={describeTouchpoint(touchpoint, own, language)}
      >
        <Silhouette touchpoint={touchpoint} isFilled={!isLegible} />
      </div>
      {/* Beside the button and not in it: what it shows the button's own name already says. */}
      <div className={styles.face} {...(isRenaming ? {} : { 'aria-hidden': true })}>
        {detail !== 'far' && (
          <div className={styles.content}>
            {detail === 'near' && <Head touchpoint={touchpoint} />}
            {isRenaming ? (
              <RecordName
                target={{ collection: 'touchpoints', id }}
                value={touchpoint.name}
                field="name"
                label={language.t('canvas.rename.touchpoint')}
                className={styles.rename}
              />
            ) : (
              <div className={styles.name} dir="auto">
                {withSoftBreaks(name)}
              </div>
            )}
            {detail === 'near' && <CardMarks touchpoint={touchpoint} marks={own} visits={visits} />}
          </div>
        )}
        {detail === 'middle' && emotion !== null && (
          <span className={styles.corner}>
            <Face level={emotion} size={28} />
          </span>
        )}
        {own?.problem && detail !== 'far' && <Problem problem={own.problem} />}
      </div>
      {isPulled && <Pull id={id} />}
    </div>
  );
}

/** The shape of the kind of touchpoint; from afar it has the colour of the emotion. */
function Silhouette({ touchpoint, isFilled }: SilhouetteProps) {
  const emotion = touchpoint.experience.default.emotion.now;
  return (
    <svg
      className={styles.shape}
      width={CARD_SIZE.width}
      height={CARD_SIZE.height}
      aria-hidden="true"
    >
      <path
        d={SILHOUETTES[touchpoint.kind]}
        className={styles.outline}
        data-actor={touchpoint.actor}
        data-outcome={touchpoint.kind === 'outcome' ? touchpoint.outcome : undefined}
        style={isFilled && emotion !== null ? { fill: emotionVar(emotion, 'soft') } : undefined}
      />
    </svg>
  );
}

interface SilhouetteProps {
  readonly touchpoint: Touchpoint;
  readonly isFilled: boolean;
}

/** Says that the checker has found something here. */
function Problem({ problem }: { readonly problem: { severity: string; text: string } }) {
  return (
    <span className={styles.problem} data-severity={problem.severity} title={problem.text}>
      <TriangleAlert aria-hidden="true" />
    </span>
  );
}

/** From here a transition is pulled. */
function Pull({ id }: { readonly id: string }) {
  const { language } = useTools();
  return (
    <div
      className={styles.pull}
      data-pull={id}
      title={language.t('canvas.pull')}
      aria-hidden="true"
    >
      <ArrowRight />
    </div>
  );
}

/** Channel, kind and emotion above the name. */
function Head({ touchpoint }: { readonly touchpoint: Touchpoint }) {
  const { language } = useTools();
  const emotion = touchpoint.experience.default.emotion.now;
  const kind = touchpoint.kind === 'touchpoint' ? '' : language.t(`canvas.kind.${touchpoint.kind}`);
  return (
    <div className={styles.head}>
      {touchpoint.channel !== '' && (
        <ChannelIcon channel={touchpoint.channel} className={styles.channel} />
      )}
      <span className={styles.caption} dir="auto">
        {channelName(touchpoint.channel, language.t) || kind}
      </span>
      {touchpoint.subJourney && <BookOpen className={styles.channel} aria-hidden="true" />}
      {touchpoint.momentOfTruth && <Star className={styles.star} aria-hidden="true" />}
      {emotion !== null && <Face level={emotion} />}
    </div>
  );
}

type Edited = Parameters<Parameters<typeof useEdited>[0]>[0];

/** The one card the Tab key stops at: the first selected one, else the first of the journey. */
function tabStop(selection: Edited['selection'], map: Edited['map']): string | undefined {
  return firstsOf(selection).get('touchpoints') ?? firstOf(map.stages, map.touchpoints);
}

const firstOf = lastCall(
  (stages: Edited['map']['stages'], touchpoints: Edited['map']['touchpoints']) =>
    firstInJourneyOrder({ stages, touchpoints }),
);
