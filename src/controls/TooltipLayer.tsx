import { Content, Portal, Provider, Root, Trigger } from '@radix-ui/react-tooltip';
import { Kbd } from './Kbd';
import styles from './Tooltip.module.css';

/** What is shown, and beside what. */
export interface Hint {
  readonly anchor: HTMLElement;
  readonly text: string;
  readonly keys?: string | undefined;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
}

/**
 * The one tooltip in sight. It is fetched with the first one, so it hangs on a stand-in that lies
 * over what it belongs to, which must not render again for it.
 */
export function TooltipLayer({
  hint: { anchor, text, keys, side },
  onKeep,
  onClose,
}: {
  readonly hint: Hint;
  /** The pointer is on the tooltip: it stays. */
  readonly onKeep: () => void;
  readonly onClose: () => void;
}) {
  const { x, y, width, height } = anchor.getBoundingClientRect();
  return (
    <Provider>
      <Root
        open
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <Portal>
          <Trigger asChild>
            <span
              className={styles.place}
              aria-hidden="true"
              style={{ left: x, top: y, width, height }}
            />
          </Trigger>
        </Portal>
        <Portal>
          <Content
            className={styles.tooltip}
            side={side}
            sideOffset={6}
            collisionPadding={8}
            onPointerEnter={onKeep}
            onPointerLeave={onClose}
          >
            {text}
            {keys !== undefined && <Kbd keys={keys} />}
          </Content>
        </Portal>
      </Root>
    </Provider>
  );
}
