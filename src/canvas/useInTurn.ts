import { useEffect, useState } from 'react';

/** So many take over a new value with each frame. */
const PIECE = 500;

/**
 * A value that a list shows, by place in the list: of a long list those at its beginning take over a new
 * value at once, the others with the next frames.
 */
export function useInTurn<Value>(value: Value, length: number): (at: number) => Value {
  const [turn, setTurn] = useState({ value, before: value, done: Infinity });
  if (turn.value !== value) setTurn({ value, before: turn.value, done: PIECE });
  const { done } = turn;
  useEffect(() => {
    if (done >= length) return undefined;
    const frame = requestAnimationFrame(() => {
      setTurn((now) => ({ ...now, done: now.done + PIECE }));
    });
    return () => cancelAnimationFrame(frame);
  }, [done, length]);
  return (at) => (at < done ? turn.value : turn.before);
}
