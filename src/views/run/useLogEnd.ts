import { type RefObject, type UIEvent, useEffect, useRef } from 'react';

/** A log that follows what is written only while its end is in sight: `length` grows with it. */
export function useLogEnd<Box extends HTMLElement>(
  length: number,
): { readonly box: RefObject<Box | null>; readonly onScroll: (event: UIEvent<Box>) => boolean } {
  const box = useRef<Box>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const list = box.current;
    if (list && atEnd.current) list.scrollTop = list.scrollHeight;
  }, [length]);
  return {
    box,
    /** Reports whether the end is in sight. */
    onScroll({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) {
      atEnd.current = scrollTop + clientHeight >= scrollHeight - 8;
      return atEnd.current;
    },
  };
}
