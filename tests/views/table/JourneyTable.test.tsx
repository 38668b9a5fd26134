import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { displayOf, NO_FILTER } from '../../../src/editing/display';
import { ID, shop } from './shop';
import { show } from './show';

const cell = (name: RegExp | string) => screen.getByRole('gridcell', { name });
const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';

describe('what the table shows', () => {
  test('touchpoints stand in journey order under their stages, lanes below', async () => {
    await show();
    const heads = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(heads).toEqual(['See', 'Buy', 'Ad', 'Form', 'Paid']);
    expect(screen.getAllByRole('rowheader').map((head) => head.getAttribute('aria-label'))).toEqual(
      ['Doing', 'Thinking', 'Feeling', 'Emotion curve', 'Channel', 'KPIs', 'Campaigns', 'Pains'],
    );
  });

  test('a cell says its lane, its touchpoint and its text', async () => {
    await show();
    expect(cell('Doing, Form: Types')).toBeInTheDocument();
    expect(cell('Doing, Paid: empty')).toBeInTheDocument();
    expect(cell('Emotion curve, Ad: Good')).toBeInTheDocument();
    expect(cell('Pains, Form: Slow')).toBeInTheDocument();
  });

  test('a stage without a touchpoint has a column to begin in', async () => {
    const { user, map } = await show(
      shop({
        stages: {
          [ID.see]: { order: 'a0' },
          [ID.buy]: { order: 'a1' },
          'stage-of-love': { name: 'Love', order: 'a2' },
        },
      }),
    );
    expect(screen.getByText('No touchpoint yet')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Add a touchpoint to Love' }));
    await user.keyboard('Thanks{Enter}');
    const added = Object.values(map().touchpoints).find(({ name }) => name === 'Thanks');
    expect(added?.stage).toBe('stage-of-love');
  });

  test('with a persona beside everyone, each has their own row with only what differs', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Bea' }));
    expect(screen.getByRole('rowheader', { name: 'Thinking, Bea' })).toBeInTheDocument();
    expect(cell('Thinking, Form: So many fields')).toHaveTextContent('So many fields');
    expect(cell('Doing, Form: as for everyone: Types')).toHaveTextContent('');
    await user.click(screen.getByRole('button', { name: 'Everyone' }));
    expect(cell('Doing, Form: as for everyone: Types')).toHaveTextContent('Types');
  });

  test('somebody’s experience is always shown', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Everyone' }));
    expect(screen.getByRole('button', { name: 'Everyone' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  test('a selected touchpoint marks its column, a click on a head selects', async () => {
    const { user, editor } = await show();
    act(() => editor.select([{ collection: 'touchpoints', id: ID.form }]));
    expect(screen.getByRole('columnheader', { name: 'Form' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await user.click(screen.getByRole('columnheader', { name: 'Ad' }));
    expect(editor.store.getState().selection).toEqual([{ collection: 'touchpoints', id: ID.ad }]);
    await user.click(screen.getByRole('button', { name: 'Slow' }));
    expect(editor.store.getState().selection).toEqual([{ collection: 'pains', id: ID.slow }]);
  });
});

describe('typing', () => {
  test('a click opens a text, typing writes it, and one undo takes it all back', async () => {
    const { user, map, editor } = await show();
    await user.click(cell('Doing, Form: Types'));
    await user.keyboard('Hesitates{Enter}');
    expect(map().touchpoints[ID.form]?.experience.default.doing).toBe('Hesitates');
    expect(focused()).toBe('Doing, Form: Hesitates');
    act(() => editor.undo());
    expect(map().touchpoints[ID.form]?.experience.default.doing).toBe('Types');
  });

  test('Escape puts back what was there', async () => {
    const { user, map } = await show();
    await user.click(cell('Doing, Form: Types'));
    await user.keyboard('Hes{Escape}');
    expect(map().touchpoints[ID.form]?.experience.default.doing).toBe('Types');
    expect(focused()).toBe('Doing, Form: Types');
  });

  test('Tab goes on to the next touchpoint, Shift+Tab back; two texts are two undo steps', async () => {
    const { user, map, editor } = await show();
    await user.click(cell('Feeling, Ad: Curious'));
    await user.keyboard('Bored{Tab}Torn{Shift>}{Tab}{/Shift}{Enter}');
    expect(map().touchpoints[ID.form]?.experience.default.feeling).toBe('Torn');
    expect(focused()).toBe('Feeling, Ad: Bored');
    act(() => editor.undo());
    expect(map().touchpoints[ID.form]?.experience.default.feeling).toBe('');
    expect(map().touchpoints[ID.ad]?.experience.default.feeling).toBe('Bored');
  });

  test('a persona’s text is their own; emptied, everyone’s holds for them again', async () => {
    const { user, map } = await show();
    await user.click(screen.getByRole('button', { name: 'Bea' }));
    await user.click(cell('Doing, Ad: as for everyone: Scrolls'));
    await user.keyboard('Skips{Enter}');
    const { experience } = map().touchpoints[ID.ad] ?? {};
    expect(experience?.byPersona[ID.bea]?.doing).toBe('Skips');
    expect(experience?.default.doing).toBe('Scrolls');
    await user.keyboard('{Delete}');
    expect(map().touchpoints[ID.ad]?.experience.byPersona).toEqual({});
  });

  test('own lanes keep their texts in the lane', async () => {
    const { user, map } = await show(
      shop({ lanes: { [ID.own]: { name: 'Ideas', kind: 'custom' } } }),
    );
    await user.click(cell('Ideas, Paid: empty'));
    await user.keyboard('Say thanks{Enter}');
    expect(map().lanes[ID.own]?.cells).toEqual({ [ID.paid]: 'Say thanks' });
    await user.keyboard('{Delete}');
    expect(map().lanes[ID.own]?.cells).toEqual({});
  });

  test('a channel is chosen in its cell', async () => {
    const { user, map } = await show();
    await user.click(cell('Channel, Ad: Social media'));
    await user.clear(screen.getByRole('combobox', { name: 'Channel, Ad' }));
    await user.keyboard('Email{Enter}');
    expect(map().touchpoints[ID.ad]?.channel).toBe('email');
    expect(focused()).toBe('Channel, Ad: Email');
  });
});

describe('the keyboard', () => {
  test('one cell is a tab stop, and arrows walk heads, cells and lane heads', async () => {
    const { user, container } = await show();
    await user.click(screen.getByRole('columnheader', { name: 'Ad' }));
    expect(container.querySelectorAll('[data-row][tabindex="0"]')).toHaveLength(1);
    await user.keyboard('{ArrowDown}');
    expect(focused()).toBe('Doing, Ad: Scrolls');
    await user.keyboard('{ArrowRight}{ArrowDown}');
    expect(focused()).toBe('Thinking, Form: empty');
    await user.keyboard('{Home}');
    expect(focused()).toBe('Thinking');
    await user.keyboard('{Control>}{End}{/Control}');
    expect(focused()).toBe('Pains, Paid: empty');
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(document.activeElement).toHaveTextContent('See');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('Buy');
  });

  test('what the keyboard rests on is what the inspector shows', async () => {
    const { user, editor } = await show();
    await user.click(screen.getByRole('columnheader', { name: 'Ad' }));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => {
      expect(editor.store.getState().selection).toEqual([
        { collection: 'touchpoints', id: ID.paid },
      ]);
    });
  });

  test('F2 on a head renames, Delete deletes', async () => {
    const { user, map } = await show();
    await user.click(screen.getByRole('columnheader', { name: /Paid/ }));
    await user.keyboard('{F2}{End}!{Enter}');
    expect(map().touchpoints[ID.paid]?.name).toBe('Paid!');
    await user.keyboard('{Delete}');
    expect(map().touchpoints[ID.paid]).toBeUndefined();
  });

  test('Alt+Shift+arrow changes places with the neighbour, and only inside the stage', async () => {
    const { user, map, editor } = await show();
    const names = () =>
      screen
        .getAllByRole('columnheader')
        .slice(2)
        .map((head) => head.textContent);
    await user.click(screen.getByRole('columnheader', { name: /Paid/ }));
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    expect(names()).toEqual(['Ad', 'Paid', 'Form']);
    expect(editor.store.getState().announcement?.values).toMatchObject({ place: 1, count: 2 });
    const before = map();
    await user.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    expect(map()).toBe(before);
  });

  test('arrow keys tune an emotion by halves, Shift by ones, along the curve, in one undo step', async () => {
    const { user, map, editor } = await show();
    await user.click(screen.getByRole('columnheader', { name: 'Form' }));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    expect(focused()).toBe('Emotion now, Everyone, Form');
    await user.keyboard('{ArrowUp}{Shift>}{ArrowUp}{/Shift}');
    const now = (id: string) => map().touchpoints[id]?.experience.default.emotion.now;
    expect(now(ID.form)).toBe(0.5);
    await user.keyboard('{ArrowLeft}');
    expect(focused()).toBe('Emotion now, Everyone, Ad');
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}');
    expect(now(ID.ad)).toBe(2);
    await user.keyboard('{Escape}');
    expect(focused()).toBe('Emotion curve, Ad: Very good');
    act(() => editor.undo());
    expect([now(ID.ad), now(ID.form)]).toEqual([1, 0.5]);
    act(() => editor.undo());
    expect(now(ID.form)).toBe(-1);
  });

  test('a point not said yet begins in the middle and can be unsaid', async () => {
    const { user, map } = await show();
    const aim = () => map().touchpoints[ID.form]?.experience.default.emotion.aim;
    act(() => screen.getByRole('slider', { name: 'Emotion aimed for, Everyone, Form' }).focus());
    await user.keyboard('{ArrowUp}');
    expect(aim()).toBe(0);
    await user.keyboard('{Delete}');
    expect(aim()).toBeNull();
  });
});

describe('lanes', () => {
  const names = () =>
    screen.getAllByRole('rowheader').map((head) => head.getAttribute('aria-label'));

  test('a map without lanes is not written to until one asks', async () => {
    const { user, map } = await show();
    expect(map().lanes).toEqual({});
    await user.click(screen.getByRole('button', { name: 'Keep these lanes' }));
    expect(Object.values(map().lanes).map(({ name }) => name)).toContain('Emotion curve');
    expect(screen.queryByRole('button', { name: 'Keep these lanes' })).toBeNull();
  });

  test('Alt+Shift+arrow moves a lane, F2 renames it', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('rowheader', { name: 'Doing' }));
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(names().slice(0, 2)).toEqual(['Thinking', 'Doing']);
    await user.keyboard('{F2}{Control>}a{/Control}');
    await user.clear(screen.getByRole('textbox', { name: 'Name' }));
    await user.keyboard('Actions{Enter}');
    expect(names().slice(0, 2)).toEqual(['Thinking', 'Actions']);
  });
});

describe('a filter of the map', () => {
  const heads = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
  const social = { ...NO_FILTER, channels: ['social'] };

  test('leaves out the columns that do not meet it, says so, and is cleared here', async () => {
    const { user, editor } = await show();
    act(() => displayOf(editor).setState({ filter: social }));
    await waitFor(() => expect(heads()).toEqual(['See', 'Ad']));
    const note = screen.getByRole('group', { name: 'Filter' });
    expect(note).toHaveTextContent('Filter: 1 of 3');
    await user.click(within(note).getByRole('button', { name: 'Clear' }));
    expect(heads()).toEqual(['See', 'Buy', 'Ad', 'Form', 'Paid']);
    expect(note).not.toBeInTheDocument();
  });

  test('keeps what is selected in sight, and is plain where nothing meets it', async () => {
    const { editor } = await show();
    act(() => {
      editor.select([{ collection: 'touchpoints', id: ID.paid }]);
      displayOf(editor).setState({ filter: social });
    });
    await waitFor(() => expect(heads()).toEqual(['See', 'Buy', 'Ad', 'Paid']));
    act(() => {
      editor.select([]);
      displayOf(editor).setState({ filter: { ...NO_FILTER, channels: ['letter'] } });
    });
    expect(await screen.findByText('Nothing meets the filter')).toBeVisible();
  });
});
