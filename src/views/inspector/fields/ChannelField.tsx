import { ChannelField as Control } from '../../../controls/ChannelField';
import { useText } from '../../../controls/LanguageProvider';
import { useEditor, useMap } from '../../session';
import { offeredChannels } from '../../../map/records';
import { useMixed } from './useMixed';
import type { PlainProps } from '../../../editing/fields';

/** Free text; the usual channels and those the map uses already are offered. */
export function ChannelField({ value, label, hint, write }: PlainProps) {
  const t = useText();
  const editor = useEditor();
  const mixed = useMixed();
  const offered = offeredChannels(useMap((map) => map.touchpoints));
  return (
    <Control
      label={label}
      hint={hint}
      layout="row"
      offered={offered}
      placeholder={mixed ?? t('field.none')}
      value={typeof value === 'string' ? value : ''}
      onChange={write}
      onCommit={() => {
        editor.settle();
      }}
    />
  );
}
