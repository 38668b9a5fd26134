import { beforeEach, describe, expect, test } from 'vitest';
import { preparePaste } from '../../../src/editing/commands/copyPaste';
import { textLinesOf, MOST_LINES, namesCopied } from '../../../src/editing/commands/pasteLines';
import { bandsOf, cardsOf, notesOf, overlaps } from '../../../src/map/layout';
import { ID, someone } from './support';

let me: ReturnType<typeof someone>;
beforeEach(async () => {
  await preparePaste();
  me = someone();
});

async function paste(text: string) {
  await me.shell.writeClipboard(text);
  await me.do('edit.paste');
}

const selectedTouchpoints = () => me.selected().map((id) => me.map().touchpoints[id]!);

describe('lines pasted on the canvas', () => {
  test('make one touchpoint each, in the stage of the pointer, all selected and one step to undo', async () => {
    await paste('Newsletter\r\n\r\n  Webinar \nTrial call\n');
    expect(selectedTouchpoints().map(({ name, stage, kind }) => [name, stage, kind])).toEqual([
      ['Newsletter', ID.see, 'touchpoint'],
      ['Webinar', ID.see, 'touchpoint'],
      ['Trial call', ID.see, 'touchpoint'],
    ]);
    expect(me.said()).toMatchObject({ id: 'command.said.pasted', values: { count: 3 } });
    expect(me.stepsToUndo()).toBe(1);
  });

  test('stand below one another where nothing is covered, and push no later stage', async () => {
    const before = bandsOf(me.map()).map(({ x }) => x);
    me.pointAt({ stage: ID.see, x: 40, y: 20 });
    await paste(Array.from({ length: 30 }, (_, at) => `Step ${at}`).join('\n'));
    const rects = [...cardsOf(me.map()).values(), ...notesOf(me.map()).values()];
    expect(rects.filter((a) => rects.some((b) => a !== b && overlaps(a, b)))).toEqual([]);
    expect(bandsOf(me.map()).map(({ x }) => x)).toEqual(before);
    const heights = selectedTouchpoints().map(({ position }) => position.y);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });

  test('make notes where a note is selected, and of lines too long for a name', async () => {
    await me.do('insert.note');
    await paste('One\nTwo');
    expect(me.selected().map((id) => me.map().notes[id]?.text)).toEqual(['One', 'Two']);
    me.editor.select([]);
    const long = 'They said they would come back in spring, '.repeat(3).trim();
    await paste(`Newsletter\n${long}`);
    const [card = '', note = ''] = me.selected();
    expect(me.map().touchpoints[card]?.name).toBe('Newsletter');
    expect(me.map().notes[note]?.text).toBe(long);
  });

  test('of a spreadsheet make one touchpoint a row: the first cell its name, the others described', async () => {
    await paste('Newsletter\tMonthly\tby mail\n"Web\tinar ""live"""\t\t"two\nlines"\n\t\t\n');
    expect(selectedTouchpoints().map(({ name, description }) => [name, description])).toEqual([
      ['Newsletter', 'Monthly\nby mail'],
      ['Web\tinar "live"', 'two lines'],
    ]);
  });

  test('that are many more than anybody would write are refused on screen', async () => {
    const before = me.map();
    await paste(Array.from({ length: MOST_LINES + 1 }, String).join('\n'));
    expect(me.map()).toBe(before);
    expect(me.said()).toMatchObject({ id: 'command.said.tooMany', urgent: true });
  });
});

describe('what is no text of lines', () => {
  test.each([
    '',
    ' \n\t ',
    '{"cards": [1]}',
    '[1, 2]',
    '<svg viewBox="0 0 1 1"/>',
    '<!doctype html>',
  ])('is refused on screen: %j', async (text) => {
    const before = me.map();
    await paste(text);
    expect(me.map()).toBe(before);
    expect(me.said()).toMatchObject({ id: 'command.said.notOurs', urgent: true });
  });
});

describe('bullets and numbers', () => {
  const names = (text: string) => textLinesOf(text)?.map(({ name }) => name);
  test('before every line are left out', () => {
    expect(names('- One\n- Two')).toEqual(['One', 'Two']);
    expect(names('1. One\n2) Two')).toEqual(['One', 'Two']);
  });
  test('stay where not every line has one', () => {
    expect(names('- One\nTwo')).toEqual(['- One', 'Two']);
    expect(names('1. Call')).toEqual(['1. Call']);
  });
});

describe('what copied records are called', () => {
  test('is the names of touchpoints, or of whatever else was copied', async () => {
    me.select(ID.form, ID.paid);
    await me.do('edit.copy');
    expect(namesCopied((await me.shell.readClipboard()) ?? '')).toEqual(['Form', 'Paid']);
    me.select(ID.see);
    await me.do('edit.copy');
    expect(namesCopied((await me.shell.readClipboard()) ?? '')).toEqual(['See', 'Ad']);
  });
  test('is nothing for a text of anybody else', () => {
    expect(namesCopied('Form')).toBeNull();
    expect(namesCopied('{"format":"journey-fragment"')).toBeNull();
  });
});
