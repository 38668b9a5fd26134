import { useState, type KeyboardEvent } from 'react';
import { matching } from '../language';
import { nextEnabled, type ComboOption } from './comboOptions';

export interface ComboState {
  readonly open: boolean;
  readonly query: string;
  /** The options the query leaves. */
  readonly found: readonly ComboOption[];
  /** Index into `found`; -1 = none. */
  readonly active: number;
  readonly setOpen: (open: boolean) => void;
  readonly setActive: (index: number) => void;
  readonly type: (query: string) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

export interface ComboSettings {
  readonly options: readonly ComboOption[];
  readonly onChoose: (option: ComboOption) => void;
  /** Enter with text that is no option. */
  readonly onCreate?: ((text: string) => void) | undefined;
  /** Stays open after a choice, for choosing several. */
  readonly many: boolean;
}

/** The behaviour of a combobox (WAI-ARIA 1.2): focus stays in the input, arrows move through the list. */
export function useCombo({ options, onChoose, onCreate, many }: ComboSettings): ComboState {
  const [open, setOpenState] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(-1);
  const found = matching(options, query);

  function setOpen(next: boolean) {
    setOpenState(next);
    setActive(-1);
    if (!next) setQuery('');
  }

  function choose(option: ComboOption) {
    onChoose(option);
    setQuery('');
    if (!many) setOpen(false);
  }

  function move(step: 1 | -1) {
    if (!open) setOpenState(true);
    const from = active === -1 && step === -1 ? 0 : active;
    setActive(nextEnabled(found, from, step));
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        move(1);
        break;
      case 'ArrowUp':
        move(-1);
        break;
      case 'Enter': {
        const option = found[active];
        const text = query.trim();
        if (open && option) choose(option);
        else if (onCreate && text !== '') {
          onCreate(text);
          setQuery('');
          if (!many) setOpen(false);
        } else if (!open) setOpenState(true);
        break;
      }
      case 'Escape':
        if (!open) return;
        event.stopPropagation();
        setOpen(false);
        break;
      case 'Tab':
        setOpen(false);
        return;
      default:
        return;
    }
    event.preventDefault();
  }

  return {
    open,
    query,
    found,
    active,
    setOpen,
    setActive,
    onKeyDown,
    type(next) {
      setQuery(next);
      setOpenState(true);
      setActive(next.trim() === '' ? -1 : nextEnabled(matching(options, next), -1, 1));
    },
  };
}
