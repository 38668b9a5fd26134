// Four branches: it needs no test of its own.
export function Plain({ count, isOpen }: { count: number; isOpen: boolean }) {
  if (count === 0) return null;
  return isOpen && count > 1 ? <b>{count}</b> : <i>{isOpen && count}</i>;
}
