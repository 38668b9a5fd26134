/** How to take each text that is typed and not taken yet, such as a name in its box. */
const drafts = new Set<() => void>();

/** `take` is called when the page goes away; the returned function ends that. */
export function holdDraft(take: () => void): () => void {
  drafts.add(take);
  return () => drafts.delete(take);
}

/**
 * Takes all that is being typed. The page's own events would come too late: their listeners are called in
 * the order of their registration, and who saves the map has listened since it was opened.
 */
export function takeDrafts(): void {
  for (const take of drafts) take();
}
