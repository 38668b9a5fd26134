import { Anchor, Content, Portal, Root } from '@radix-ui/react-popover';
import { Check } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import styles from './Combo.module.css';
import { colorVar } from './colors';
import type { ComboOption } from './comboOptions';
import { useText } from './LanguageProvider';
import type { ComboState } from './useCombo';

export interface ComboListProps {
  readonly combo: ComboState;
  readonly listId: string;
  readonly label: string;
  readonly isChosen: (option: ComboOption) => boolean;
  readonly onChoose: (option: ComboOption) => void;
  readonly many: boolean;
  /** The box with the input, which the list hangs from. */
  readonly children: ReactNode;
}

/** The id of an option's element, for `aria-activedescendant`. */
export function optionId(listId: string, option: ComboOption | undefined): string | undefined {
  return option && `${listId}-${option.id}`;
}

/** The list of a combobox. It floats above everything, so no scrolling panel cuts it off. */
export function ComboList(props: ComboListProps) {
  const { combo, listId, label, isChosen, onChoose, many, children } = props;
  const t = useText();
  const anchor = useRef<HTMLDivElement>(null);
  const activeId = optionId(listId, combo.found[combo.active]);
  useEffect(() => {
    if (activeId !== undefined) {
      document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
    }
  }, [activeId]);

  return (
    <Root open={combo.open} onOpenChange={combo.setOpen}>
      <Anchor ref={anchor}>{children}</Anchor>
      <Portal>
        <Content
          className={styles.popup}
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) {
              event.preventDefault();
            }
          }}
        >
          <div
            role="listbox"
            id={listId}
            aria-label={label}
            aria-multiselectable={many || undefined}
            tabIndex={-1}
            className={styles.list}
            // Pressing in the list must not take the focus from the input.
            onMouseDown={(event) => event.preventDefault()}
          >
            {combo.found.map((option, index) => (
              // Keys go to the input, as the pattern has it; the option itself is never focused.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
              <div
                key={option.id}
                id={optionId(listId, option)}
                role="option"
                aria-selected={isChosen(option)}
                aria-disabled={option.disabled}
                data-active={index === combo.active || undefined}
                className={styles.option}
                onPointerMove={() => {
                  if (index !== combo.active && !option.disabled) combo.setActive(index);
                }}
                onClick={() => {
                  if (!option.disabled) onChoose(option);
                }}
              >
                {option.color && <Dot color={option.color} />}
                {option.icon}
                <span className={styles.label}>{option.label}</span>
                {option.hint !== undefined && <span className={styles.hint}>{option.hint}</span>}
                {isChosen(option) && <Check className={styles.check} aria-hidden="true" />}
              </div>
            ))}
          </div>
          {combo.found.length === 0 && (
            <p className={styles.nothing}>{t('control.nothingFound')}</p>
          )}
        </Content>
      </Portal>
    </Root>
  );
}

/** A dot in a named colour. */
export function Dot({ color }: { readonly color: NonNullable<ComboOption['color']> }) {
  return <span className={styles.dot} style={{ background: colorVar(color) }} />;
}
