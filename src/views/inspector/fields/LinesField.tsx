import { useState, type ReactNode } from 'react';
import { plainNumber, readNumber } from '../../../controls/numberText';
import { useLanguage } from '../../../controls/LanguageProvider';
import { ReadAs } from '../../../controls/ReadAs';
import { TextArea } from '../../../controls/TextArea';
import { useEditor } from '../../session';
import type { PlainProps } from '../../../editing/fields';

/** A list of texts, one a line; empty lines are left out. */
export function LinesField({ value, label, hint, write }: PlainProps) {
  const { t } = useLanguage();
  return (
    <ListText
      label={label}
      hint={hint ?? t('field.lines.hint')}
      list={(value ?? []) as string[]}
      read={(lines) => lines}
      write={write}
    />
  );
}

/** A list of numbers, one a line, in the reader's own notation. */
export function NumbersField({ value, label, hint, write }: PlainProps) {
  const language = useLanguage();
  const readLine = (line: string) => readNumber(line, { required: true }, language);
  return (
    <ListText
      label={label}
      hint={hint ?? language.t('field.numbers.hint')}
      list={((value ?? []) as number[]).map((each) => plainNumber(each, 1, language.tag))}
      read={(lines) => {
        const numbers = lines.map(readLine);
        return numbers.every((each) => each.ok) ? numbers.map((each) => each.value) : null;
      }}
      understood={(lines) =>
        lines.flatMap((line, place) => {
          const { twoWays } = readLine(line);
          return twoWays ? [<ReadAs key={place} {...twoWays} />, ' '] : [];
        })
      }
      write={write}
    />
  );
}

interface ListTextProps {
  readonly label: string;
  readonly hint: string;
  readonly list: readonly string[];
  /** null where a line cannot be read. */
  readonly read: (lines: string[]) => unknown[] | null;
  /** How lines that can be read two ways were. Shown in place of the hint. */
  readonly understood?: (lines: string[]) => ReactNode[];
  readonly write: (value: unknown) => void;
}

/** What is typed stays as typed until the field is left: a line half written is no value yet. */
function ListText({ label, hint, list, read, understood, write }: ListTextProps) {
  const { t } = useLanguage();
  const editor = useEditor();
  const [draft, setDraft] = useState<string | null>(null);
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const isUnreadable = draft !== null && read(lines(draft)) === null;
  const told = draft === null ? [] : (understood?.(lines(draft)) ?? []);
  return (
    <TextArea
      label={label}
      hint={
        <>
          <span aria-live="polite">{told}</span>
          {told.length === 0 && hint}
        </>
      }
      error={isUnreadable ? t('field.lines.unreadable') : undefined}
      value={draft ?? list.join('\n')}
      onChange={(text) => {
        setDraft(text);
        const values = read(lines(text));
        if (values) write(values);
      }}
      onCommit={() => {
        if (!isUnreadable) setDraft(null);
        editor.settle();
      }}
    />
  );
}
