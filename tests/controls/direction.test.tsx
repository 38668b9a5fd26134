import { screen } from '@testing-library/react';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Chip } from '../../src/controls/Chip';
import { NameField } from '../../src/controls/NameField';
import { SearchField } from '../../src/controls/SearchField';
import { TextArea } from '../../src/controls/TextArea';
import { TextField } from '../../src/controls/TextField';
import { show } from './render';

const nothing = () => undefined;

describe('text from right to left', () => {
  test('runs so in every field that takes text', async () => {
    await show(
      <>
        <TextField label="One line" value="שלום!" onChange={nothing} />
        <TextArea label="Many lines" value="שלום!" onChange={nothing} />
        <NameField label="Name" name="שלום!" onChange={nothing} onEnd={nothing} />
        <SearchField label="Search" value="שלום!" onChange={nothing} />
      </>,
    );
    for (const field of [...screen.getAllByRole('textbox'), screen.getByRole('searchbox')]) {
      expect(field).toHaveAttribute('dir', 'auto');
    }
  });

  test('decides in a chip where the dots of a long name stand', async () => {
    await show(<Chip>שלום</Chip>);
    expect(screen.getByText('שלום')).toHaveAttribute('dir', 'auto');
  });

  test('is left to itself by no element in the code that takes what people type', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
    const without = files
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => {
        const tags =
          readFileSync(`src/${name}`, 'utf8').match(/<(input|textarea)\b[^]*?\/>/g) ?? [];
        const isTyped = (tag: string) =>
          !/type="(range|date|number|checkbox|radio)"|inputMode/.test(tag);
        return tags.filter((tag) => isTyped(tag) && !tag.includes('dir="auto"')).map(() => name);
      });
    expect(without).toEqual([]);
  });
});
