// Five branches, and no test imports it.
export function Untested({ count, isOpen }: { count: number; isOpen: boolean }) {
  if (count === 0) return null;
  return isOpen && count > 1 ? <b>{count || 'none'}</b> : <i>{isOpen && count}</i>;
}
