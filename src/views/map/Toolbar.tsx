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
import type { Tool } from '../../canvas';
import type { Placeable } from '../../editing/commands';
import type { MessageId } from '../../language';
import { IconButton } from '../../controls/IconButton';
import { useText } from '../../controls/LanguageProvider';
import { useRegistry, useRunCommand, useSession } from '../session';
import styles from './MapView.module.css';

const INSERTS = [
  [
    'touchpoint',
    'command.insert.touchpoint',
    'canvas.kind.touchpoint',
    <Circle key="" aria-hidden="true" />,
  ],
  [
    'decision',
    'command.insert.decision',
    'canvas.kind.decision',
    <Diamond key="" aria-hidden="true" />,
  ],
  ['entry', 'command.insert.entry', 'canvas.kind.entry', <LogIn key="" aria-hidden="true" />],
  ['outcome', 'command.insert.outcome', 'canvas.kind.outcome', <Flag key="" aria-hidden="true" />],
  ['stage', 'command.insert.stage', 'canvas.stage', <PanelsTopLeft key="" aria-hidden="true" />],
  ['note', 'command.insert.note', 'canvas.note', <StickyNote key="" aria-hidden="true" />],
] as const satisfies readonly (readonly [
  kind: Placeable,
  label: MessageId,
  caption: MessageId,
  icon: ReactNode,
])[];

/** What one reaches for while drawing: select or pan, and what can be added. */
export function Toolbar({ tool }: { readonly tool: Tool }) {
  const t = useText();
  const { canvas } = useSession();
  return (
    <div className={styles.toolbar} data-bar role="toolbar" aria-label={t('map.toolbar')}>
      <IconButton
        label={t('command.view.select')}
        caption={t('command.view.select')}
        keys="V"
        pressed={tool === 'select'}
        tooltipSide="top"
        onClick={() => canvas.current?.setHand(false)}
      >
        <MousePointer2 aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('command.view.hand')}
        caption={t('command.view.hand')}
        keys="H"
        pressed={tool === 'hand'}
        tooltipSide="top"
        onClick={() => canvas.current?.setHand(true)}
      >
        <Hand aria-hidden="true" />
      </IconButton>
      <span className={styles.rule} />
      {INSERTS.map(([kind, label, caption, icon]) => (
        <InsertButton
          key={kind}
          kind={kind}
          isOn={tool === kind}
          label={t(label)}
          caption={t(caption)}
          icon={icon}
        />
      ))}
    </div>
  );
}

interface InsertButtonProps {
  readonly kind: Placeable;
  /** The next click on the canvas places it. */
  readonly isOn: boolean;
  readonly label: string;
  readonly caption: string;
  readonly icon: ReactNode;
}

/** Pressed by pointer it has the next click place something, pressed by key it makes it at once. */
function InsertButton({ kind, isOn, label, caption, icon }: InsertButtonProps) {
  const { registry } = useRegistry();
  const { canvas } = useSession();
  const run = useRunCommand();
  const id = `insert.${kind}`;
  // The button is drawn before its command has loaded; its keys come with the command.
  const keys = registry.get(id)?.keys?.[0];
  return (
    <IconButton
      label={label}
      caption={caption}
      {...(keys === undefined ? {} : { keys })}
      {...(isOn && { pressed: true })}
      tooltipSide="top"
      className={styles.insert}
      onPointerDown={({ currentTarget, pointerId }) => {
        // A finger, too, drags from the button onto the canvas.
        if (currentTarget.hasPointerCapture(pointerId))
          currentTarget.releasePointerCapture(pointerId);
      }}
      onPointerLeave={({ buttons }) => {
        if (buttons === 1) canvas.current?.place(kind, true);
      }}
      onClick={({ detail, currentTarget }) => {
        const port = canvas.current;
        if (detail === 0 || !port) {
          run(id);
          return;
        }
        // The keys are the canvas's: V and Escape give up.
        currentTarget.blur();
        port.place(isOn ? null : kind);
      }}
    >
      {icon}
    </IconButton>
  );
}
