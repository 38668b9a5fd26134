import { ComboboxItem, ComboboxList } from '@ariakit/react/combobox';
import { Anchor, Content, Portal, Root } from '@radix-ui/react-popover';
import { Check } from 'lucide-react';
import { useId, useRef, type ReactNode } from 'react';
import styles from './Combo.module.css';
import { colorVar } from './colors';
import type { ComboOption } from './comboOptions';
import { useText } from './LanguageProvider';
import type { ComboState } from './useCombo';

export interface ComboListProps {
  readonly combo: ComboState;
  readonly label: string;
  readonly isChosen: (option: ComboOption) => boolean;
  readonly many: boolean;
  /** The box with the input, which the list hangs from. */
  readonly children: ReactNode;
}

/** The list of a combobox. It floats above everything, so no scrolling panel cuts it off. */
export function ComboList(props: ComboListProps) {
  const { combo, label, isChosen, many, children } = props;
  const t = useText();
  const listId = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const popup = useRef<HTMLDivElement>(null);

  return (
    <Root open={combo.open} onOpenChange={combo.setOpen}>
      <Anchor ref={anchor}>{children}</Anchor>
      <Portal>
        <Content
          ref={popup}
          className={styles.popup}
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // The input closes the list, and keeps the key from what is around it.
          onEscapeKeyDown={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            // The focus goes to an option and back to the input whenever an option becomes active.
            const parts = [anchor.current, popup.current];
            const { target } = event;
            if (target instanceof Node && parts.some((part) => part?.contains(target)))
              event.preventDefault();
          }}
        >
          <ComboboxList
            id={listId}
            store={combo.store}
            // The popover mounts it, and takes it away.
            alwaysVisible
            aria-label={label}
            aria-multiselectable={many || undefined}
            className={styles.list}
            // Pressing in the list must not take the focus from the input.
            onMouseDown={(event) => event.preventDefault()}
          >
            {combo.found.map((option) => (
              <ComboboxItem
                key={option.id}
                id={`${listId}-${option.id}`}
                value={option.label}
                setValueOnClick={false}
                selectValueOnClick={false}
                hideOnClick={false}
                focusOnHover
                blurOnHoverEnd={false}
                aria-selected={isChosen(option)}
                disabled={option.disabled ?? false}
                className={styles.option}
                onClick={() => combo.choose(option)}
              >
                {option.color && <ColorDot color={option.color} />}
                {option.icon}
                <span className={styles.label} dir="auto">
                  {option.label}
                </span>
                {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                {isChosen(option) && <Check className={styles.check} aria-hidden="true" />}
              </ComboboxItem>
            ))}
          </ComboboxList>
          {combo.found.length === 0 && (
            <p className={styles.nothing}>{t('control.nothingFound')}</p>
          )}
        </Content>
      </Portal>
    </Root>
  );
}

/** A dot in a named colour. */
export function ColorDot({ color }: { readonly color: NonNullable<ComboOption['color']> }) {
  return <span className={styles.dot} style={{ background: colorVar(color) }} />;
}
