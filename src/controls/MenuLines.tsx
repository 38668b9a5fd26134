import type * as Dropdown from '@radix-ui/react-dropdown-menu';
import { Check, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Kbd } from './Kbd';
import styles from './Menu.module.css';
import type { MenuAction, MenuItem } from './menuItems';

/** What drop-down and context menus have in common. */
export type MenuParts = Pick<
  typeof Dropdown,
  | 'Item'
  | 'CheckboxItem'
  | 'ItemIndicator'
  | 'Label'
  | 'Portal'
  | 'Separator'
  | 'Sub'
  | 'SubContent'
  | 'SubTrigger'
>;

/** The lines of a menu, drawn with the parts of whichever kind of menu they stand in. */
export function MenuLines({
  items,
  parts,
}: {
  readonly items: readonly MenuItem[];
  readonly parts: MenuParts;
}) {
  return items.map((item): ReactNode => {
    switch (item.kind) {
      case 'separator':
        return <parts.Separator key={item.id} className={styles.separator} />;
      case 'heading':
        return (
          <parts.Label key={item.id} className={styles.heading}>
            {item.label}
          </parts.Label>
        );
      case 'menu':
        return (
          <parts.Sub key={item.id}>
            <parts.SubTrigger className={styles.item} disabled={item.disabled ?? false}>
              <span className={styles.icon}>{item.icon}</span>
              <span className={styles.label}>{item.label}</span>
              <ChevronRight className={styles.more} aria-hidden="true" />
            </parts.SubTrigger>
            <parts.Portal>
              <parts.SubContent className={styles.menu} collisionPadding={8} sideOffset={4}>
                <MenuLines items={item.items} parts={parts} />
              </parts.SubContent>
            </parts.Portal>
          </parts.Sub>
        );
      default:
        return <ActionLine key={item.id} action={item} parts={parts} />;
    }
  });
}

function ActionLine({ action, parts }: { readonly action: MenuAction; readonly parts: MenuParts }) {
  const { label, icon, keys, checked, disabled = false, danger = false, onSelect } = action;
  const shared = {
    className: styles.item,
    disabled,
    onSelect,
    'data-danger': danger || undefined,
  };
  const text = (
    <>
      <span className={styles.label}>{label}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </>
  );
  if (checked === undefined) {
    return (
      <parts.Item {...shared}>
        <span className={styles.icon}>{icon}</span>
        {text}
      </parts.Item>
    );
  }
  return (
    <parts.CheckboxItem {...shared} checked={checked}>
      <span className={styles.icon}>
        <parts.ItemIndicator>
          <Check aria-hidden="true" />
        </parts.ItemIndicator>
      </span>
      {text}
    </parts.CheckboxItem>
  );
}
