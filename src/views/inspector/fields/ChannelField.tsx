import { useId } from 'react';
import { useText } from '../../../controls/LanguageProvider';
import { TextField } from '../../../controls/TextField';
import { useEditor, useMap } from '../../session';
import { offeredChannels } from '../../../map/records';
import { useMixed } from './useMixed';
import type { PlainProps } from '../../../editing/fields';

/** Free text; the usual channels and those the map uses already are offered. */
export function ChannelField({ value, label, hint, write }: PlainProps) {
  const t = useText();
  const editor = useEditor();
  const mixed = useMixed();
  const listId = useId();
  const offered = offeredChannels(useMap((map) => map.touchpoints));
  return (
    <>
      <TextField
        label={label}
        hint={hint}
        layout="row"
        list={listId}
        placeholder={mixed ?? t('field.none')}
        value={typeof value === 'string' ? value : ''}
        onChange={(text) => write(text.toLowerCase())}
        onCommit={() => {
          editor.settle();
        }}
      />
      <datalist id={listId}>
        {offered.map((channel) => (
          <option key={channel} value={channel} />
        ))}
      </datalist>
    </>
  );
}
