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
import type { MessageId } from '../../language';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { useRegistry, useRunCommand } from '../session';
import styles from './MapView.module.css';

const INSERTS = [
  [
    'insert.touchpoint',
    'command.insert.touchpoint',
    'canvas.kind.touchpoint',
    <Circle key="" aria-hidden="true" />,
  ],
  [
    'insert.decision',
    'command.insert.decision',
    'canvas.kind.decision',
    <Diamond key="" aria-hidden="true" />,
  ],
  [
    'insert.entry',
    'command.insert.entry',
    'canvas.kind.entry',
    <LogIn key="" aria-hidden="true" />,
  ],
  [
    'insert.outcome',
    'command.insert.outcome',
    'canvas.kind.outcome',
    <Flag key="" aria-hidden="true" />,
  ],
  [
    'insert.stage',
    'command.insert.stage',
    'canvas.stage',
    <PanelsTopLeft key="" aria-hidden="true" />,
  ],
  ['insert.note', 'command.insert.note', 'canvas.note', <StickyNote key="" aria-hidden="true" />],
] as const satisfies readonly (readonly [
  command: string,
  label: MessageId,
  caption: MessageId,
  icon: ReactNode,
])[];

interface ToolbarProps {
  /** The hand tool is on. */
  readonly hand: boolean;
  readonly onHand: (on: boolean) => void;
}

/** What one reaches for while drawing: select or pan, and what can be added. */
export function Toolbar({ hand, onHand }: ToolbarProps) {
  const t = useText();
  return (
    <div className={styles.toolbar} data-bar role="toolbar" aria-label={t('map.toolbar')}>
      <IconButton
        label={t('command.view.select')}
        caption={t('command.view.select')}
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
        caption={t('command.view.hand')}
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
      {INSERTS.map(([id, label, caption, icon]) => (
        <CommandButton key={id} id={id} label={t(label)} caption={t(caption)} icon={icon} />
      ))}
    </div>
  );
}

function CommandButton({
  id,
  label,
  caption,
  icon,
}: {
  readonly id: string;
  readonly label: string;
  readonly caption: string;
  readonly icon: ReactNode;
}) {
  const { registry } = useRegistry();
  const run = useRunCommand();
  // The button is drawn before its command has loaded; its keys come with the command.
  const keys = registry.get(id)?.keys?.[0];
  return (
    <IconButton
      label={label}
      caption={caption}
      {...(keys === undefined ? {} : { keys })}
      tooltipSide="top"
      onClick={() => {
        run(id);
      }}
    >
      {icon}
    </IconButton>
  );
}
