import type { Language } from '../../language';
import { hasMoney, inOrder, nameOf } from '../../map/records';
import type { JourneyMap } from '../../map/schema';
import { spokenText } from '../../rules';
import type { LoggedStep } from '../../simulation';

type Event = LoggedStep['events'][number];

/** Something that happened to a customer, in words. */
export interface EventText {
  readonly key: string;
  readonly text: string;
  /** What they were sent; '' = nothing. */
  readonly message: string;
}

/** What happened to a customer on the way here and on entry, in order: the time it took, contacts, changes, money. */
export function eventTexts(
  { events }: Pick<LoggedStep, 'events'>,
  map: JourneyMap,
  language: Language,
): EventText[] {
  const told = events.flatMap((event, index) => {
    const text = textOf(event, map, language);
    return text === '' ? [] : [{ key: String(index), text, message: messageOf(event, map) }];
  });
  return hasMoney(map) ? [...told, ...moneyTexts(events, map, language)] : told;
}

function textOf(event: Event, map: JourneyMap, language: Language): string {
  const { t, money, duration } = language;
  switch (event.kind) {
    case 'wait':
      return event.days > 0 ? t('walk.event.wait', { time: duration(event.days, true) }) : '';
    case 'contact': {
      const name = nameOf(map, 'campaigns', event.campaign, t);
      if (event.acted) return t('walk.event.contact', { name });
      return event.arm === 'control' ? t('walk.event.control', { name }) : '';
    }
    case 'effect': {
      const attribute = nameOf(map, 'attributes', event.attribute, t);
      const value = valueOf(event.after, language);
      if (event.refused || value === valueOf(event.before, language)) return '';
      return t('walk.event.effect', { attribute, value });
    }
    case 'price':
      if (event.before === event.after) return '';
      return event.after > 0
        ? t('walk.event.price', { price: money(event.after, map.currency) })
        : t('walk.event.priceEnds');
    default:
      return '';
  }
}

/** An attribute holds one of its own values, whatever the machine calls them. */
function valueOf(value: unknown, language: Language): string {
  return spokenText(value as Parameters<typeof spokenText>[0], language);
}

/** What the campaign's variant says. */
function messageOf(event: Event, map: JourneyMap): string {
  if (event.kind !== 'contact' || !event.acted) return '';
  const variants = map.campaigns[event.campaign]?.variants ?? {};
  return (
    inOrder(variants)
      .find(([id]) => id === event.arm)?.[1]
      .message.trim() ?? ''
  );
}

/** What was paid and what it cost, each as one sum. */
function moneyTexts(events: readonly Event[], { currency }: JourneyMap, language: Language) {
  const { t, money } = language;
  let paid = 0;
  let cost = 0;
  for (const event of events) {
    if (event.kind !== 'money') continue;
    if (event.what === 'revenue') paid += event.amount;
    else cost += event.amount;
  }
  const texts: EventText[] = [];
  if (paid !== 0) {
    texts.push({
      key: 'paid',
      text: t('walk.event.paid', { amount: money(paid, currency) }),
      message: '',
    });
  }
  if (cost !== 0) {
    texts.push({
      key: 'cost',
      text: t('walk.event.cost', { amount: money(cost, currency) }),
      message: '',
    });
  }
  return texts;
}
