import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * Arrow, Home and End keys for a row of radios: chooses the neighbour and moves the focus with it.
 * The radios are the `role=radio` elements inside the element that gets the handler, in order.
 */
export function radioKeys(onChoose: (index: number) => void) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const radios = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')];
    const at = radios.findIndex((radio) => radio === document.activeElement);
    const step = STEPS[event.key];
    let next: number;
    if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = radios.length - 1;
    else if (step !== undefined) next = (at + step + radios.length) % radios.length;
    else return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(next);
    radios[next]?.focus();
  };
}
