import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { NoteCard } from '../../src/canvas/card/NoteCard';
import { TouchpointCard } from '../../src/canvas/card/TouchpointCard';
import { addRecord, setField } from '../../src/map/edits';
import type { TouchpointMarks } from '../../src/insight/kpis';
import { ID } from './hand';
import { cardOf, showCanvas } from './showCanvas';

const card = (id: string, record?: string) => () => <TouchpointCard {...cardOf(id, record)} />;
const rename = (id: string) => ({ collection: 'touchpoints', id }) as const;
const box = () => screen.getByRole('textbox', { name: 'Name of the touchpoint' });

describe('the card of a touchpoint', () => {
  test('is a button named by the touchpoint, what it feels like and what is wrong', async () => {
    const marks: TouchpointMarks = {
      kpis: [],
      campaigns: ['Spring', 'Autumn'],
      segments: [],
      problem: { severity: 'error', text: 'No transition in' },
    };
    const { editor, store } = await showCanvas(card(ID.form));
    const button = screen.getByRole('button', { name: 'Form' });
    expect(button).toHaveAttribute('aria-pressed', 'false');
    act(() => {
      editor.select([rename(ID.form)]);
      editor.edit(
        'command.edit.rename',
        setField('touchpoints', ID.form, ['experience', 'default', 'emotion', 'now'], -2),
      );
      store.setState({ marks: { [ID.form]: marks } });
    });
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(button).toHaveAccessibleName(
      /^Form, feels very bad, No transition in, .*Spring and Autumn/i,
    );
    expect(screen.getByTitle('No transition in')).toBeInTheDocument();
  });

  test('one card at a time is a stop for the Tab key: the selected one, else the first', async () => {
    const { editor } = await showCanvas(() => (
      <>
        <TouchpointCard {...cardOf(ID.ad)} />
        <TouchpointCard {...cardOf(ID.form)} />
      </>
    ));
    const stops = () =>
      screen.getAllByRole('button').filter((button) => button.getAttribute('tabindex') === '0');
    expect(stops()).toEqual([screen.getByRole('button', { name: /^Ad/ })]);
    act(() => editor.select([rename(ID.form)]));
    expect(stops()).toEqual([screen.getByRole('button', { name: /^Form/ })]);
  });

  test('is called by its kind where it has no name, and nothing to write far away', async () => {
    const { editor, store } = await showCanvas(card(ID.form));
    act(() => {
      editor.edit('command.edit.rename', setField('touchpoints', ID.form, ['name'], ''));
    });
    expect(screen.getByText('Unnamed touchpoint')).toBeInTheDocument();
    act(() => store.setState({ detail: 'far' }));
    expect(screen.queryByText('Unnamed touchpoint')).toBeNull();
    expect(screen.getByRole('button', { name: 'Unnamed touchpoint' })).toBeInTheDocument();
  });

  test('lets a transition be pulled out of it wherever it can be read, but not out of an end or a copy', async () => {
    const { container, store, editor } = await showCanvas(() => (
      <>
        <TouchpointCard {...cardOf(ID.form)} />
        <TouchpointCard {...cardOf(ID.paid)} />
        <TouchpointCard {...cardOf('copy of it', ID.ad)} />
      </>
    ));
    const pulls = () => [...container.querySelectorAll('[data-pull]')];
    expect(pulls().map((pull) => pull.getAttribute('data-pull'))).toEqual([ID.form]);
    act(() => store.setState({ detail: 'middle' }));
    expect(pulls()).toHaveLength(1);
    // Where all cards are drawn, only the one that is pointed at or selected offers it.
    act(() => store.setState({ detail: 'small' }));
    expect(pulls()).toEqual([]);
    act(() => store.setState({ hovered: ID.form }));
    expect(pulls()).toHaveLength(1);
    act(() => {
      store.setState({ hovered: null });
      editor.select([{ collection: 'touchpoints', id: ID.form }]);
    });
    expect(pulls()).toHaveLength(1);
    act(() => store.setState({ detail: 'far' }));
    expect(pulls()).toEqual([]);
  });
});

describe('renaming on the canvas', () => {
  test('takes the name by Enter and gives the keyboard back to the card', async () => {
    const { editor, user, map } = await showCanvas(card(ID.form));
    act(() => editor.rename(rename(ID.form)));
    await user.clear(box());
    await user.keyboard('Sign  up{Enter}');
    expect(map().touchpoints[ID.form]?.name).toBe('Sign up');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Sign up' })).toHaveFocus());
  });

  test('leaves the name as it was by Escape', async () => {
    const { editor, user, map } = await showCanvas(card(ID.form));
    act(() => editor.rename(rename(ID.form)));
    await user.type(box(), '!{Escape}');
    expect(map().touchpoints[ID.form]?.name).toBe('Form');
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('goes on to the next touchpoint by Tab, back by Shift+Tab, and ends behind the last', async () => {
    const { editor, user, selected } = await showCanvas(() => (
      <>
        <TouchpointCard {...cardOf(ID.ad)} />
        <TouchpointCard {...cardOf(ID.form)} />
        <TouchpointCard {...cardOf(ID.paid)} />
      </>
    ));
    act(() => editor.rename(rename(ID.ad)));
    await user.tab();
    expect(selected()).toEqual([ID.form]);
    expect(box()).toHaveValue('Form');
    await user.tab({ shift: true });
    expect(box()).toHaveValue('Ad');
    await user.tab();
    await user.tab();
    await user.tab();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test('does not begin on the copy that a drag makes', async () => {
    const { editor } = await showCanvas(card('copy of it', ID.form));
    act(() => editor.rename(rename(ID.form)));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the foot of a card', () => {
  test('shows two KPIs and counts the rest', async () => {
    const kpi = (name: string, value: string) =>
      ({ id: name, name, value, state: 'met' }) as TouchpointMarks['kpis'][number];
    const kpis = [kpi('Churn', '2%'), kpi('Rate', ''), kpi('Cost', '1'), kpi('Time', '2')];
    await showCanvas(card(ID.form), undefined, {
      marks: { [ID.form]: { kpis, campaigns: [], segments: [], problem: null } },
    });
    expect(screen.getByTitle('Churn')).toHaveTextContent('Churn2%');
    expect(screen.getByTitle('Rate')).toHaveTextContent('Rate');
    expect(screen.queryByTitle('Cost')).toBeNull();
    expect(screen.getByText('+2')).toBeInTheDocument();
  });

  test('marks who acts unless it is the front stage, and how well it is researched', async () => {
    const { editor } = await showCanvas(card(ID.form));
    expect(screen.getByTitle('Assumed')).toBeInTheDocument();
    expect(screen.queryByTitle('In front of the customer')).toBeNull();
    act(() => {
      editor.edit('command.edit.rename', (draft) => {
        const form = draft.touchpoints[ID.form]!;
        form.actor = 'backstage';
        form.evidence.level = 'researched';
      });
    });
    expect(screen.getByTitle('Researched')).toBeInTheDocument();
    expect(screen.getByTitle('Behind the scenes')).toBeInTheDocument();
  });
});

describe('a note', () => {
  const note = () => <NoteCard {...cardOf(ID.idea)} />;

  test('is a button with its text, and counts its votes', async () => {
    const { editor } = await showCanvas(note);
    expect(screen.getByRole('button', { name: 'Idea' })).toBeInTheDocument();
    act(() => {
      editor.edit('command.edit.rename', (draft) => {
        addRecord('participants', { name: 'Ann' }, 'voter-of-ann')(draft);
        addRecord('participants', { name: 'Bob' }, 'voter-of-bob')(draft);
        draft.notes[ID.idea]!.votes = { 'voter-of-ann': 2, 'voter-of-bob': 1 };
        draft.notes[ID.idea]!.text = '';
      });
    });
    expect(screen.getByText('3')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Empty note' })).toBeInTheDocument();
  });

  test('is typed in several lines and taken by Ctrl+Enter', async () => {
    const { editor, user, map } = await showCanvas(note);
    act(() => editor.rename({ collection: 'notes', id: ID.idea }));
    await user.clear(screen.getByRole('textbox', { name: 'Text of the note' }));
    await user.keyboard('One{Enter}two{Control>}{Enter}{/Control}');
    expect(map().notes[ID.idea]?.text).toBe('One\ntwo');
  });
});
