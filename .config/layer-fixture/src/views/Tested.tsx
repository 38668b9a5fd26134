// Five branches; a test imports it, so it is no exception.
export function Tested({ count, isOpen }: { count: number; isOpen: boolean }) {
  if (count === 0) return null;
  return isOpen && count > 1 ? <b>{count || 'none'}</b> : <i>{isOpen && count}</i>;
}
