/** What a label says where there is no room for the whole: its end, such as a chance; '' where it has none. */
export function shortOf(tail: string): string {
  return tail.replace(/^ · /, '');
}
