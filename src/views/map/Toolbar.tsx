import {
  Circle,
  Diamond,
  Flag,
  Hand,
  LogIn,
  MousePointer2,
  PanelsTopLeft,
  StickyNote,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { useRunCommand, useSession } from '../session/ShellContext';
import styles from './MapView.module.css';

const INSERTS: readonly (readonly [command: string, icon: ReactNode])[] = [
  ['insert.touchpoint', <Circle key="" aria-hidden="true" />],
  ['insert.decision', <Diamond key="" aria-hidden="true" />],
  ['insert.entry', <LogIn key="" aria-hidden="true" />],
  ['insert.outcome', <Flag key="" aria-hidden="true" />],
  ['insert.stage', <PanelsTopLeft key="" aria-hidden="true" />],
  ['insert.note', <StickyNote key="" aria-hidden="true" />],
];

export interface ToolbarProps {
  /** The hand is on. */
  readonly hand: boolean;
  readonly onHand: (on: boolean) => void;
}

/** What one reaches for while drawing: select or pan, and what can be added. */
export function Toolbar({ hand, onHand }: ToolbarProps) {
  const t = useText();
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={t('map.toolbar')}>
      <IconButton
        label={t('command.view.select')}
        keys="V"
        pressed={!hand}
        tooltipSide="top"
        onClick={() => {
          onHand(false);
        }}
      >
        <MousePointer2 aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('command.view.hand')}
        keys="H"
        pressed={hand}
        tooltipSide="top"
        onClick={() => {
          onHand(true);
        }}
      >
        <Hand aria-hidden="true" />
      </IconButton>
      <span className={styles.rule} />
      {INSERTS.map(([id, icon]) => (
        <CommandButton key={id} id={id} icon={icon} />
      ))}
    </div>
  );
}

function CommandButton({ id, icon }: { readonly id: string; readonly icon: ReactNode }) {
  const t = useText();
  const { registry } = useSession();
  const run = useRunCommand();
  const command = registry.get(id);
  if (!command) return null;
  return (
    <IconButton
      label={t(command.title)}
      {...(command.keys?.[0] === undefined ? {} : { keys: command.keys[0] })}
      tooltipSide="top"
      onClick={() => {
        run(command);
      }}
    >
      {icon}
    </IconButton>
  );
}
