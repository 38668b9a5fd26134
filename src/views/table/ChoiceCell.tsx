import { memo, useEffect, useRef } from 'react';
import { ChannelField } from '../../controls/ChannelField';
import { ChannelIcon } from '../../controls/ChannelIcon';
import { setField } from '../../map/edits';
import { ACTORS, EVIDENCE_LEVELS } from '../../map/schema';
import { Select } from '../../controls/Select';
import { isComposing, keepTyping } from '../../controls/typing';
import { useText } from '../../controls/LanguageProvider';
import { channelName, offeredChannels } from '../../map/records';
import { useEditor, useMap } from '../session';
import { type CellProps, GridCell } from './GridCell';
import styles from './Table.module.css';
import { useGridActions } from './TableContext';

type ChoiceKind = 'channel' | 'actor' | 'evidence';

interface ChoiceCellProps extends CellProps {
  readonly kind: ChoiceKind;
  readonly value: string;
  readonly laneName: string;
  readonly touchpointName: string;
  readonly isEditing: boolean;
}

const OPTIONS = { actor: ACTORS, evidence: EVIDENCE_LEVELS } as const;
const PATHS = { channel: ['channel'], actor: ['actor'], evidence: ['evidence', 'level'] } as const;

/** Channel, actor or evidence of one touchpoint: read at a glance, chosen in place. */
export const ChoiceCell = memo(function ChoiceCell(props: ChoiceCellProps) {
  const { kind, value, laneName, touchpointName, isEditing, ...cell } = props;
  const t = useText();
  const shown =
    kind === 'channel' ? channelName(value, t) : t(`${kind}.${value}` as 'actor.customer');
  const text = shown === '' ? t('table.cell.empty') : shown;
  const label = t('table.cell', { lane: laneName, touchpoint: touchpointName, text });
  return (
    <GridCell {...cell} label={label} className={styles.choiceCell}>
      {isEditing ? (
        <ChoiceEditor {...props} />
      ) : (
        shown !== '' && (
          <span className={styles.choice} data-level={kind === 'evidence' ? value : undefined}>
            {kind === 'channel' && <ChannelIcon channel={value} className={styles.icon} />}
            {kind === 'evidence' && <span className={styles.level} />}
            <span className={styles.ellipsis} dir="auto">
              {shown}
            </span>
          </span>
        )
      )}
    </GridCell>
  );
});

function ChoiceEditor({ kind, value, row, column, laneName, touchpointName }: ChoiceCellProps) {
  const t = useText();
  const editor = useEditor();
  const { leave } = useGridActions();
  const box = useRef<HTMLDivElement>(null);
  const entered = useRef(value);
  const label = `${laneName}, ${touchpointName}`;
  const touchpoints = useMap((map) => map.touchpoints);

  useEffect(() => {
    box.current?.querySelector<HTMLElement>('select, input')?.focus();
  }, []);

  const write = (next: string) =>
    editor.edit(`field.${kind}`, setField('touchpoints', column, PATHS[kind], next), {
      gesture: `table/${row}/${column}`,
    });

  function done(where: 'stay' | 'next' | 'previous' | 'away') {
    editor.settle();
    leave({ row, column }, where);
  }

  return (
    // Keys typed into the field belong to it, not to the grid around it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      ref={box}
      className={styles.choiceEditor}
      onBlur={() => done('away')}
      onKeyDown={(event) => {
        keepTyping(event);
        if (isComposing(event)) return;
        if (event.key === 'Escape') {
          if (value !== entered.current) write(entered.current);
          done('stay');
        } else if (event.key === 'Enter') {
          event.preventDefault();
          done('stay');
        } else if (event.key === 'Tab') {
          event.preventDefault();
          done(event.shiftKey ? 'previous' : 'next');
        }
      }}
    >
      {kind === 'channel' ? (
        <ChannelField
          label={label}
          hideLabel
          offered={offeredChannels(touchpoints)}
          value={value}
          onChange={write}
        />
      ) : (
        <Select
          label={label}
          hideLabel
          value={value}
          onChange={write}
          options={OPTIONS[kind].map((option) => ({
            value: option,
            label: t(`${kind}.${option}` as 'actor.customer'),
          }))}
        />
      )}
    </div>
  );
}
