import { useComboboxStore, type ComboboxStore } from '@ariakit/react/combobox';
import { useStoreState } from '@ariakit/react/store';
import type { KeyboardEvent } from 'react';
import { matching } from '../language';
import type { ComboOption } from './comboOptions';
import { isComposing } from './typing';

/** What the parts of a combo box share. */
export interface ComboState {
  /** Which option is active, and how the keys move through them. */
  readonly store: ComboboxStore;
  readonly open: boolean;
  readonly query: string;
  /** The options the query leaves. */
  readonly found: readonly ComboOption[];
  readonly setOpen: (open: boolean) => void;
  readonly choose: (option: ComboOption) => void;
  /** What the keys do besides moving through the list and choosing from it. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface ComboSettings {
  readonly options: readonly ComboOption[];
  readonly onChoose: (option: ComboOption) => void;
  /** Enter with text that is no option. */
  readonly onCreate?: ((text: string) => void) | undefined;
  /** Stays open after a choice, for choosing several. */
  readonly many: boolean;
}

/** A combobox (WAI-ARIA 1.2) of Ariakit: focus stays in the input, arrows move through the list. */
export function useCombo({ options, onChoose, onCreate, many }: ComboSettings): ComboState {
  const store = useComboboxStore({
    // Behind the last option comes the first one.
    compositeElementInFocusOrder: false,
    resetValueOnHide: true,
  });
  const open = useStoreState(store, 'open');
  const query = useStoreState(store, 'inputValue');
  const found = matching(options, query);
  const { setOpen } = store;

  /** A choice has been made. */
  function end() {
    store.setInputValue('');
    if (!many) setOpen(false);
  }

  function onEnter(event: KeyboardEvent<HTMLInputElement>) {
    const text = query.trim();
    if (open && store.getState().activeId !== null) return;
    event.preventDefault();
    if (onCreate && text !== '') {
      onCreate(text);
      end();
    } else if (!open) setOpen(true);
  }

  return {
    store,
    open,
    query,
    found,
    setOpen,
    choose(option) {
      onChoose(option);
      end();
    },
    onKeyDown(event) {
      if (isComposing(event)) return;
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key === 'Enter' && !isChord) onEnter(event);
      if (event.key === 'Escape' && open) {
        // What is around the field has a meaning for Escape too.
        event.stopPropagation();
        event.preventDefault();
        setOpen(false);
      }
    },
  };
}
