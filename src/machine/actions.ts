import { costOfVisit, inOrder } from '../map/records';
import type { JourneyMap, Touchpoint, Transition } from '../map/schema';
import { same } from '../map/shape';
import type { ActionJson } from './config';

const AT_ONCE = { family: 'constant', value: 0 };

/** What taking a transition does: wait, be remembered, book its own money. */
export function actionsOfTransition(id: string, { delay, economics }: Transition): ActionJson[] {
  const actions: ActionJson[] = [];
  if (!same(delay, AT_ONCE)) actions.push({ type: 'wait', params: { transition: id, delay } });
  actions.push({ type: 'take', params: { transition: id } });
  const cost = costOfVisit(economics);
  const { revenue } = economics;
  if (cost !== 0 || revenue !== 0) {
    actions.push({ type: 'book', params: { transition: id, cost, revenue } });
  }
  return actions;
}

/**
 * What entering a touchpoint does, in the order every engine keeps: count the visit, book, apply
 * the effects, feel, be contacted by each campaign, change the plan price. What does nothing is
 * left out.
 */
export function entryActionsOf(
  map: JourneyMap,
): (id: string, touchpoint: Touchpoint) => ActionJson[] {
  const contacts = new Map<string, string[]>();
  const moved = new Set<string>();
  for (const [campaign, { touchpoints, effects }] of inOrder(map.campaigns)) {
    for (const id of Object.keys(touchpoints)) {
      contacts.set(id, [...(contacts.get(id) ?? []), campaign]);
    }
    for (const effect of Object.values(effects)) {
      if (effect.kind === 'emotion') moved.add(effect.touchpoint);
    }
  }
  return (id, touchpoint) => {
    const { revenue, monthlyPrice } = touchpoint.economics;
    const cost = costOfVisit(touchpoint.economics);
    const actions: ActionJson[] = [{ type: 'visit', params: { touchpoint: id } }];
    if (cost !== 0 || revenue !== 0) {
      actions.push({ type: 'book', params: { touchpoint: id, cost, revenue } });
    }
    for (const [effect, record] of inOrder(touchpoint.effects)) {
      actions.push({ type: 'effect', params: { ...record, id: effect } });
    }
    if (moved.has(id) || isFelt(touchpoint))
      actions.push({ type: 'feel', params: { touchpoint: id } });
    for (const campaign of contacts.get(id) ?? []) {
      actions.push({ type: 'contact', params: { touchpoint: id, campaign } });
    }
    if (monthlyPrice !== null) {
      actions.push({ type: 'price', params: { touchpoint: id, monthlyPrice } });
    }
    return actions;
  };
}

function isFelt({ experience }: Touchpoint): boolean {
  const experiences = [experience.default, ...Object.values(experience.byPersona)];
  return experiences.some(({ emotion }) => emotion.now !== null);
}
