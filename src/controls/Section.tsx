import { Content, Root, Trigger } from '@radix-ui/react-collapsible';
import { ChevronRight } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
  /** At the title's end: a count, an add button. */
  readonly aside?: ReactNode;
  readonly defaultOpen?: boolean;
  /** Holds it open or closed from outside. */
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** A titled part of a panel that can be folded away. */
export function Section({
  title,
  children,
  aside,
  defaultOpen = true,
  open,
  onOpenChange,
}: SectionProps) {
  const id = useId();
  return (
    <Root
      className={styles.section}
      defaultOpen={defaultOpen}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <div className={styles.head}>
        <h3 className={styles.title} id={id}>
          <Trigger className={styles.trigger}>
            <ChevronRight aria-hidden="true" />
            {title}
          </Trigger>
        </h3>
        {aside}
      </div>
      <Content className={styles.body} role="group" aria-labelledby={id}>
        {children}
      </Content>
    </Root>
  );
}
