import type { CollectionName, Target } from '../../map/schema';

/** What the pointer is on, as far as a press can begin something there. */
export type Hit =
  | { readonly kind: 'item'; readonly target: Target }
  /** The arrow beside a touchpoint's card, out of which a transition is pulled. */
  | { readonly kind: 'pull'; readonly touchpoint: string }
  /** The end of a selected transition. */
  | { readonly kind: 'grip'; readonly transition: string; readonly end: 'from' | 'to' }
  /** The canvas between the items. */
  | { readonly kind: 'pane' };

const COLLECTIONS_OF: Readonly<Record<string, CollectionName>> = {
  touchpoint: 'touchpoints',
  note: 'notes',
  stage: 'stages',
  transition: 'transitions',
};

/** The record an element of the canvas stands for. */
export function targetOf(element: EventTarget | null): Target | null {
  const item = element instanceof Element ? element.closest<HTMLElement>('[data-item]') : null;
  const collection = COLLECTIONS_OF[item?.dataset.item ?? ''];
  const id = item?.dataset.id;
  return collection && id !== undefined ? { collection, id } : null;
}

/** What is hit by a press on an element; null for fields, buttons and everything that is no part of the map. */
export function hitOf(element: Element): Hit | null {
  if (element.closest('textarea, input, button, a')) return null;
  const touchpoint = element.closest<HTMLElement>('[data-pull]')?.dataset.pull;
  if (touchpoint !== undefined) return { kind: 'pull', touchpoint };
  const target = targetOf(element);
  const end = element.closest<SVGElement>('[data-grip]')?.dataset.grip;
  if (target && (end === 'from' || end === 'to')) {
    return { kind: 'grip', transition: target.id, end };
  }
  if (target) return { kind: 'item', target };
  const isPane = !element.closest('[data-item]') && element.closest('.react-flow__pane');
  return isPane ? { kind: 'pane' } : null;
}
