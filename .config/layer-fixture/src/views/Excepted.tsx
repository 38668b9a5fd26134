// Five branches without a test, and on the list of exceptions.
export function Excepted({ count, isOpen }: { count: number; isOpen: boolean }) {
  if (count === 0) return null;
  return isOpen && count > 1 ? <b>{count || 'none'}</b> : <i>{isOpen && count}</i>;
}
