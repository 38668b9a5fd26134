import { inOrder } from '../../map/records';
import type { JourneyMap, Touchpoint } from '../../map/schema';
import { emotionOf, textOf } from '../../map/table';
import type { LoggedStep } from '../../simulation';

/** What is said at a touchpoint, to whom (null = everybody), and what is tried instead. */
export interface SceneMessage {
  readonly id: string;
  readonly segment: string | null;
  readonly text: string;
  readonly variants: readonly {
    readonly id: string;
    readonly name: string;
    readonly text: string;
  }[];
}

/** What a customer meets at a touchpoint; a text that nobody wrote is ''. */
export interface TouchpointScene {
  readonly channel: string;
  readonly actor: Touchpoint['actor'];
  readonly isMomentOfTruth: boolean;
  readonly description: string;
  readonly doing: string;
  readonly thinking: string;
  readonly feeling: string;
  /** −2 … 2, what campaigns change included; null = nobody has said it. */
  readonly emotion: number | null;
  /** What it should become; null where nobody has said it, or it is felt already. */
  readonly aim: number | null;
  readonly messages: readonly SceneMessage[];
  /** What the customer is asked here. */
  readonly question: string;
  /** Ids of what hurts, and what delights, the persona here. */
  readonly pains: readonly string[];
  readonly gains: readonly string[];
  /** The table's own lanes with a text here. */
  readonly lanes: readonly { readonly id: string; readonly text: string }[];
  readonly images: readonly string[];
}

/** Who walks. */
export interface Walker {
  readonly persona: string | null;
  readonly segments: readonly string[];
}

/** The scene for one customer; null where the touchpoint is gone. `felt` is what they feel, where a walk says it. */
export function sceneOf(
  map: JourneyMap,
  touchpoint: string,
  { persona, segments }: Walker,
  felt: number | null = null,
): TouchpointScene | null {
  const record = map.touchpoints[touchpoint];
  if (!record) return null;
  const { value: aim } = emotionOf(record, persona, 'aim');
  const emotion = emotionAt(record, persona, felt);
  const text = (field: 'doing' | 'thinking' | 'feeling') =>
    textOf(record, persona, field).value.trim();
  return {
    channel: record.channel,
    actor: record.actor,
    isMomentOfTruth: record.momentOfTruth,
    description: record.description.trim(),
    doing: text('doing'),
    thinking: text('thinking'),
    feeling: text('feeling'),
    emotion,
    aim: aim === emotion ? null : aim,
    messages: messagesOf(record, segments),
    question: record.feedback?.question.trim() ?? '',
    pains: findingsOf(map.pains, touchpoint, persona),
    gains: findingsOf(map.gains, touchpoint, persona),
    lanes: inOrder(map.lanes).flatMap(([id, { kind, cells }]) => {
      const cell = kind === 'custom' ? (cells[touchpoint]?.trim() ?? '') : '';
      return cell ? [{ id, text: cell }] : [];
    }),
    images: Object.keys(record.images).filter((id) => map.images[id]),
  };
}

/** What a customer feels on an entry of a walk, as the scene there shows it; null where nobody has said it. */
export function emotionOnStep(
  map: JourneyMap,
  step: Pick<LoggedStep, 'touchpoint' | 'events'>,
  persona: string | null,
): number | null {
  const record = map.touchpoints[step.touchpoint];
  return record ? emotionAt(record, persona, feltAt(step)) : null;
}

function emotionAt(record: Touchpoint, persona: string | null, felt: number | null) {
  return felt ?? emotionOf(record, persona, 'now').value;
}

/** What a walk says a customer feels on the entry that is logged; null where it says nothing. */
export function feltAt({ events }: Pick<LoggedStep, 'events'>): number | null {
  return events.reduce<number | null>(
    (felt, event) => (event.kind === 'emotion' ? event.value : felt),
    null,
  );
}

/** Messages to everybody and to the segments the customer is in, without the empty ones. */
function messagesOf({ messages }: Touchpoint, segments: readonly string[]): SceneMessage[] {
  return inOrder(messages)
    .filter(([, { segment }]) => segment === null || segments.includes(segment))
    .map(([id, { segment, text, variants }]) => ({
      id,
      segment,
      text: text.trim(),
      variants: inOrder(variants)
        .map(([variant, each]) => ({ id: variant, name: each.name, text: each.text.trim() }))
        .filter((each) => each.text !== ''),
    }))
    .filter(({ text, variants }) => text !== '' || variants.length > 0);
}

/** Findings at the touchpoint that are everybody's or the persona's, with a name. */
function findingsOf(
  table: JourneyMap['pains'],
  touchpoint: string,
  persona: string | null,
): string[] {
  return inOrder(table)
    .filter(([, { name, touchpoints, personas }]) => {
      const isTheirs = persona === null || Object.hasOwn(personas, persona);
      const isForAll = Object.keys(personas).length === 0;
      return name !== '' && Object.hasOwn(touchpoints, touchpoint) && (isForAll || isTheirs);
    })
    .map(([id]) => id);
}
