import { useId, useState } from 'react';
import { channelName, channelOf } from '../map/records';
import type { FieldProps } from './Field';
import { useLanguage } from './LanguageProvider';
import { TextField } from './TextField';

interface ChannelFieldProps extends FieldProps {
  /** The channel as the map has it. */
  readonly value: string;
  /** Channels that are offered, as maps have them. */
  readonly offered: readonly string[];
  readonly placeholder?: string;
  /** Gets the channel as a map has it, at every keystroke. */
  readonly onChange: (channel: string) => void;
  readonly onCommit?: () => void;
}

/** A channel by its name in the reader's language; any other text is a channel of its own. */
export function ChannelField(props: ChannelFieldProps) {
  const { value, offered, placeholder, onChange, onCommit, ...field } = props;
  const { t, compare } = useLanguage();
  const listId = useId();
  /** What is being typed: half of a name is not yet the channel that it will be. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <TextField
        {...field}
        list={listId}
        placeholder={placeholder}
        value={typed ?? channelName(value, t)}
        onChange={(text) => {
          setTyped(text);
          onChange(channelOf(text, t));
        }}
        onCommit={() => {
          setTyped(null);
          onCommit?.();
        }}
      />
      <datalist id={listId}>
        {offered
          .map((channel) => channelName(channel, t))
          .sort(compare)
          .map((name) => (
            <option key={name} value={name} />
          ))}
      </datalist>
    </>
  );
}
