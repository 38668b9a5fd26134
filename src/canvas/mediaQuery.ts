/** Does the user's device or setting match a media query? */
export function asksFor(query: string): boolean {
  return matchMedia(query).matches;
}
