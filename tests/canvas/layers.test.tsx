import { act, screen } from '@testing-library/react';
import { useStoreApi } from '@xyflow/react';
import { Profiler, useEffect } from 'react';
import { describe, expect, test } from 'vitest';
import { BandLayer } from '../../src/canvas/layers/BandLayer';
import { DropOffStubs } from '../../src/canvas/layers/DropOffStubs';
import { EmotionLayer } from '../../src/canvas/layers/EmotionLayer';
import { GestureLayer } from '../../src/canvas/layers/GestureLayer';
import { TransitionLabel } from '../../src/canvas/layers/TransitionLabel';
import { TransitionLayer } from '../../src/canvas/layers/TransitionLayer';
import { TransitionLine } from '../../src/canvas/layers/TransitionLine';
import { displayOf } from '../../src/editing/display';
import type { Overlay } from '../../src/insight/flow';
import { addRecord, setField } from '../../src/map/edits';
import { ID } from './hand';
import { EVERYTHING, showCanvas } from './showCanvas';

/** A run in which half of those at the ad and a tenth of those at the form are lost. */
const overlay = {
  touchpoints: { [ID.ad]: { visits: 100, dropOff: 0.5 }, [ID.form]: { visits: 50, dropOff: 0.1 } },
  transitions: { [ID.click]: { flow: 100 }, [ID.pay]: { flow: 25 } },
} as unknown as Overlay;

describe('the stages', () => {
  const bands = (scene: Parameters<Parameters<typeof showCanvas>[0]>[0]) => (
    <BandLayer bands={scene.bands} />
  );

  test('have a head each, which says in words what a run tells of it, to screen readers all of it', async () => {
    const { store } = await showCanvas(bands);
    expect(screen.getByRole('button', { name: 'See' })).toBeInTheDocument();
    const see = {
      onward: '50% went on to Buy',
      others: ['30% left', '20% otherwise'],
      brief: ['50% on', '30% left'],
      all: 'Of 10 sampled customers: 5 went on to Buy, 3 dropped off.',
    };
    const buy = {
      onward: null,
      others: ['70% left'],
      brief: ['70% left'],
      all: 'Of 5: 3 dropped off.',
    };
    act(() => store.setState({ stages: { [ID.see]: see, [ID.buy]: buy } }));
    expect(screen.getByText('50% went on to Buy')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: `See, ${see.all}` })).toBeInTheDocument();
    const last = screen.getByRole('button', { name: /^Buy/ }).parentElement;
    expect(last).toHaveTextContent('70% left');
    expect(last).not.toHaveTextContent(/0% (went )?on/);
  });

  test('are folded and unfolded by their button', async () => {
    const { user, editor } = await showCanvas(bands);
    await user.click(screen.getByRole('button', { name: 'Fold Buy' }));
    expect([...displayOf(editor).getState().folded]).toEqual([ID.buy]);
    expect(screen.getByRole('button', { name: 'Unfold Buy' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    expect(await screen.findByText('touchpoints', { exact: false })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Unfold Buy' }));
    expect([...displayOf(editor).getState().folded]).toEqual([]);
  });

  test('are renamed in their head, unless somewhere else', async () => {
    const { user, editor, map } = await showCanvas(bands);
    act(() => editor.rename({ collection: 'stages', id: ID.buy }, 'outline'));
    expect(screen.queryByRole('textbox')).toBeNull();
    act(() => editor.rename({ collection: 'stages', id: ID.buy }));
    await user.keyboard('Purchase{Enter}');
    expect(map().stages[ID.buy]?.name).toBe('Purchase');
  });

  test('dim with a filter that asks for other stages', async () => {
    const { container } = await showCanvas(bands, undefined, {
      lit: {
        items: new Set(),
        transitions: new Set(),
        stages: new Set([ID.see]),
        hard: false,
      },
    });
    expect(container.querySelectorAll('section[data-dimmed]')).toHaveLength(2);
  });

  test('keep their heads at the upper edge, by a style and without rendering', async () => {
    const flow: { current: ReturnType<typeof useStoreApi> | null } = { current: null };
    let renders = 0;
    function Count() {
      const store = useStoreApi();
      useEffect(() => {
        flow.current = store;
      }, [store]);
      return null;
    }
    const { container } = await showCanvas((scene) => (
      <>
        <Count />
        <Profiler id="bands" onRender={() => (renders += 1)}>
          <BandLayer bands={scene.bands} />
        </Profiler>
      </>
    ));
    const layer = () => container.querySelector('[data-pinned]');
    renders = 0;
    act(() => flow.current?.setState({ transform: [0, 100, 0.5] }));
    expect(layer()).toBeNull();
    // The heads begin at −124: from there on up they stay.
    act(() => flow.current?.setState({ transform: [0, -100, 0.5] }));
    expect(layer()).toHaveStyle({ transform: 'translateY(324px)' });
    expect(layer()?.querySelectorAll('[data-item=stage]')).toHaveLength(3);
    act(() => flow.current?.setState({ transform: [0, 0, 2] }));
    expect(layer()).toHaveStyle({ transform: 'translateY(124px)' });
    expect(renders).toBe(0);
  });
});

describe('a transition', () => {
  const line = (scene: Parameters<Parameters<typeof showCanvas>[0]>[0]) => (
    <svg>
      <TransitionLine route={scene.routes.get(ID.click)!} weight={null} />
      <TransitionLine route={scene.routes.get(ID.pay)!} weight={0.5} />
    </svg>
  );
  const item = (container: Element, id: string) => container.querySelector(`[data-id=${id}]`)!;
  const width = (container: Element, id: string) =>
    Number(item(container, id).querySelector('[stroke-width]')?.getAttribute('stroke-width'));

  test('is as thick as customers take it, and thicker where it is selected', async () => {
    const { container, editor } = await showCanvas(line);
    const [thin, thick] = [width(container, ID.click), width(container, ID.pay)];
    expect(thick).toBeGreaterThan(thin);
    act(() => editor.select([{ collection: 'transitions', id: ID.click }]));
    expect(width(container, ID.click)).toBeGreaterThan(thin);
    expect(width(container, ID.pay)).toBe(thick);
  });

  test('that is no main path is thin and says nothing until it is looked at', async () => {
    const words = { [ID.pay]: { label: '40%', tail: '', title: '40%' } };
    const { container, store } = await showCanvas(
      (scene) => <TransitionLayer scene={scene} view={EVERYTHING} />,
      undefined,
      { overlay, words },
    );
    const before = width(container, ID.pay);
    expect(screen.getByText('40%')).toBeInTheDocument();
    act(() => store.setState({ quiet: new Set([ID.pay]) }));
    expect(width(container, ID.pay)).toBeLessThan(before);
    expect(screen.queryByText('40%')).toBeNull();
    act(() => store.setState({ hovered: ID.pay }));
    expect(screen.getByText('40%')).toBeInTheDocument();
  });

  test('never gets so thick that it hides the next lane or reaches a card', async () => {
    const { container, store } = await showCanvas(
      (scene) => (
        <svg>
          <TransitionLine route={scene.routes.get(ID.pay)!} weight={1} />
        </svg>
      ),
      undefined,
      { overlay },
    );
    for (const [detail, most] of [
      ['near', 6],
      ['middle', 7],
      ['small', 10],
      ['far', 20],
    ] as const) {
      act(() => store.setState({ detail }));
      expect(width(container, ID.pay)).toBeLessThanOrEqual(most);
    }
  });

  test('lights up with the card at either end', async () => {
    const { container, store } = await showCanvas(line);
    act(() => store.setState({ hovered: ID.ad }));
    expect(item(container, ID.click)).toHaveAttribute('data-lit');
    expect(item(container, ID.pay)).not.toHaveAttribute('data-lit');
    act(() => store.setState({ hovered: ID.form }));
    expect(item(container, ID.pay)).toHaveAttribute('data-lit');
  });
});

describe('the label of a transition', () => {
  const place = { x: 10, y: 20, isShort: false };
  const words = { [ID.click]: { label: 'if new 50%', tail: ' 50%', title: 'if new: 50%' } };
  const label =
    (at: typeof place | undefined) => (scene: Parameters<Parameters<typeof showCanvas>[0]>[0]) => (
      <TransitionLabel place={at} route={scene.routes.get(ID.click)!} />
    );

  test('names both ends for a screen reader, and keeps its end in sight', async () => {
    await showCanvas(label(place), undefined, { words });
    const button = screen.getByRole('button', { name: /Ad.*Form.*if new: 50%/ });
    expect([...button.children].map(({ textContent }) => textContent)).toEqual(['if new', ' 50%']);
  });

  test('without room for the whole says its end, and all of it to who looks', async () => {
    const tail = { [ID.click]: { label: 'if new · 50%', tail: ' · 50%', title: 'if new: 50%' } };
    const short = { ...place, isShort: true };
    const { store } = await showCanvas(label(short), undefined, { words: tail });
    expect(screen.getByRole('button')).toHaveTextContent(/^50%$/);
    act(() => store.setState({ hovered: ID.click }));
    expect(screen.getByRole('button')).toHaveTextContent('if new · 50%');
  });

  test('without room is seen only while it is looked at', async () => {
    const { store, editor } = await showCanvas(label(undefined), undefined, { words });
    expect(screen.queryByRole('button')).toBeNull();
    act(() => store.setState({ hovered: ID.click }));
    expect(screen.getByRole('button')).toBeInTheDocument();
    act(() => {
      store.setState({ hovered: null });
      editor.select([{ collection: 'transitions', id: ID.click }]);
    });
    expect(screen.getByRole('button', { name: 'Insert a touchpoint here' })).toBeInTheDocument();
  });

  test('is typed in place of the words', async () => {
    const { editor, user, map } = await showCanvas(label(place), undefined, { words });
    act(() => editor.rename({ collection: 'transitions', id: ID.click }));
    expect(screen.queryByRole('button', { name: /if new/ })).toBeNull();
    await user.keyboard('by mail{Enter}');
    expect(map().transitions[ID.click]?.label).toBe('by mail');
  });
});

describe('the layer of transitions', () => {
  test('draws those in sight, and those of a dragged card in a picture of their own', async () => {
    const { container, store } = await showCanvas((scene) => (
      <TransitionLayer scene={scene} view={EVERYTHING} />
    ));
    const pictures = () =>
      [...container.querySelectorAll('svg')].map(
        (svg) => svg.querySelectorAll('g[data-id]').length,
      );
    expect(pictures()).toEqual([2]);
    act(() =>
      store.setState({
        carrying: new Set([ID.ad]),
        dragged: new Map([[ID.ad, { x: 0, y: 90 }]]),
      }),
    );
    expect(pictures()).toEqual([1, 1]);
  });

  test('leaves out what is far from the view', async () => {
    const { container } = await showCanvas((scene) => (
      <TransitionLayer scene={scene} view={{ x: 90_000, y: 0, width: 10, height: 10 }} />
    ));
    expect(container.querySelectorAll('g[data-id]')).toHaveLength(0);
  });
});

describe('drop-off', () => {
  const stubs = (scene: Parameters<Parameters<typeof showCanvas>[0]>[0]) => (
    <svg>
      <DropOffStubs scene={scene} view={EVERYTHING} />
    </svg>
  );
  const shares = (container: Element) =>
    [...container.querySelectorAll('text')].map(({ textContent }) => textContent);

  test('is what the chances leave of 1, never at an end', async () => {
    const { container } = await showCanvas(stubs);
    expect(shares(container).sort()).toEqual(['50%', '60%']);
  });

  test('is what a run says where one is shown, and hidden while a card is carried', async () => {
    const { container, store } = await showCanvas(stubs, undefined, { overlay });
    expect(shares(container).sort()).toEqual(['10%', '50%']);
    act(() => store.setState({ carrying: new Set([ID.ad]) }));
    expect(shares(container)).toEqual(['10%']);
  });

  test('has no figures from afar', async () => {
    const { container, store } = await showCanvas(stubs, undefined, { detail: 'small' });
    expect(shares(container)).toEqual([]);
    expect(container.querySelectorAll('path')).toHaveLength(2);
    act(() => store.setState({ detail: 'far' }));
    expect(container.querySelectorAll('path')).toHaveLength(0);
  });
});

describe('the strip of emotions', () => {
  const PERSONA = 'persona-of-bea';
  const strip = (scene: Parameters<Parameters<typeof showCanvas>[0]>[0]) => (
    <EmotionLayer scene={scene} />
  );
  async function felt() {
    const shown = await showCanvas(strip);
    act(() => {
      shown.editor.edit('command.edit.rename', (draft) => {
        addRecord('personas', { name: 'Bea' }, PERSONA)(draft);
        const emotion = ['experience', 'default', 'emotion', 'now'];
        setField('touchpoints', ID.ad, emotion, 1)(draft);
        setField('touchpoints', ID.form, emotion, -1)(draft);
        draft.touchpoints[ID.form]!.experience.byPersona[PERSONA] = {
          emotion: { now: 2, aim: null },
        } as never;
      });
    });
    return shown;
  }
  const names = (container: Element) =>
    [...container.querySelectorAll('text')].map(({ textContent }) => textContent);

  test('shows who feels what, until it is switched off', async () => {
    const { editor, container } = await felt();
    expect(screen.getByRole('img')).toBeInTheDocument();
    expect(names(container)).toEqual(['Everybody', 'Bea']);
    expect(container.querySelectorAll('line[data-strong]')).toHaveLength(1);
    act(() => displayOf(editor).setState({ emotions: false }));
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('shows of a filter only the personas it asks for', async () => {
    const { editor, container } = await felt();
    act(() => {
      const { filter } = displayOf(editor).getState();
      displayOf(editor).setState({ filter: { ...filter, personas: { [PERSONA]: true } } });
    });
    expect(names(container)).toEqual(['Bea']);
  });
});

describe('what the hand draws', () => {
  test('is a marquee, guides with bars across an equal gap, and a loose end with its arrow', async () => {
    const [from, to] = [
      { x: 0, y: 5 },
      { x: 80, y: 5 },
    ];
    const { container, store } = await showCanvas(() => <GestureLayer />, undefined, {
      guides: [{ kind: 'gap', from, to }],
    });
    expect(container.querySelectorAll('line')).toHaveLength(3);
    act(() =>
      store.setState({
        guides: [],
        marquee: { x: 1, y: 2, width: 3, height: 4 },
        line: { fixed: from, loose: to, isEnd: false, over: null, transition: null },
      }),
    );
    expect(container.querySelector('rect')).toHaveAttribute('width', '3');
    // The pointer holds the beginning: the arrow is at the end that stays.
    expect(container.querySelector('circle')).toHaveAttribute('cx', '0');
  });
});
