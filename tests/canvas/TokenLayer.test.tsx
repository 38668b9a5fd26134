import { ReactFlowProvider, useStoreApi } from '@xyflow/react';
import { act, fireEvent, render } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { TokenLayer } from '../../src/canvas/layers/TokenLayer';
import { sceneBuilder } from '../../src/canvas/scene';
import type { TokenSource } from '../../src/runs/replay';
import { ID, journey } from './hand';
import { type Asked, fakePen } from './pen';
import { frameOf } from './tokenFrames';

const scene = sceneBuilder()(journey(), new Set());

let asked: Asked = [];
let frames: (() => void)[] = [];
const moves: { x: number; y: number; zoom: number }[] = [];

beforeEach(() => {
  asked = fakePen();
  frames = [];
  moves.length = 0;
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});

/** Runs what waits for the next frame; returns how many times the tokens were drawn in it. */
function nextFrame(): number {
  asked.length = 0;
  act(() => {
    frames.splice(0).forEach((frame) => {
      frame();
    });
  });
  return asked.filter(([name]) => name === 'clearRect').length;
}

/** One customer who waits at the ad, which a test can follow or pick. */
function replay() {
  const listeners = new Set<() => void>();
  const picked: (number | null)[] = [];
  let followed: ReturnType<TokenSource['followed']> = null;
  const source: TokenSource = {
    touchpoints: [ID.ad],
    transitions: [],
    looks: [{ color: 'teal', shape: 'circle', letter: 'A' }],
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => frameOf([{ token: 1, place: 0 }], [1]),
    followed: () => followed,
    pick: (token) => picked.push(token),
  };
  return {
    source,
    picked,
    listeners,
    follow: () => (followed = { token: 1, from: 0, to: 0 }),
    play: () => {
      asked.length = 0;
      listeners.forEach((listener) => {
        listener();
      });
      return asked.filter(([name]) => name === 'clearRect').length;
    },
  };
}

let flow: ReturnType<typeof useStoreApi>;

/** React Flow's store, with a view that records where it is moved. */
function View() {
  flow = useStoreApi();
  flow.setState({
    panZoom: {
      setViewport: (view: { x: number; y: number; zoom: number }) =>
        Promise.resolve(moves.push(view)),
    } as never,
  });
  return null;
}

function show(source: TokenSource, shown = scene) {
  const page = (from: typeof scene) => (
    <ReactFlowProvider>
      <View />
      <div data-canvas>
        <div className="react-flow">
          <TokenLayer scene={from} tokens={source} />
        </div>
        <button type="button" />
      </div>
    </ReactFlowProvider>
  );
  const view = render(page(shown));
  return { ...view, showScene: (next: typeof scene) => view.rerender(page(next)) };
}

const pane = () => document.querySelector('.react-flow')!;

function click(target: Element, from: [number, number], to = from) {
  fireEvent.pointerDown(target, { clientX: from[0], clientY: from[1] });
  fireEvent.click(target, { clientX: to[0], clientY: to[1] });
}

/** Where the one token was drawn last. */
function drawnAt(): [number, number] {
  const [, , x, y, size] = asked.find(([name]) => name === 'drawImage') as number[];
  return [x! + size! / 2, y! + size! / 2];
}

describe('the layer of tokens', () => {
  test('draws once a frame, however often the view moves, and at once when the replay goes on', () => {
    const { source, play } = replay();
    show(source);
    expect(nextFrame()).toBe(1);
    expect(nextFrame()).toBe(0);
    act(() => {
      flow.setState({ transform: [10, 0, 1] });
      flow.setState({ transform: [20, 0, 1] });
    });
    expect(nextFrame()).toBe(1);
    act(() => {
      flow.setState({ nodesDraggable: false });
    });
    expect(nextFrame()).toBe(0);
    expect(play()).toBe(1);
  });

  test('draws tokens where their cards are now', () => {
    const { source } = replay();
    const { showScene } = show(source);
    nextFrame();
    const [x] = drawnAt();
    const cards = new Map(scene.cards);
    cards.set(ID.ad, { ...scene.cards.get(ID.ad)!, x: scene.cards.get(ID.ad)!.x + 500 });
    showScene({ ...scene, cards });
    expect(nextFrame()).toBe(1);
    expect(drawnAt()[0] - x).toBe(500);
  });

  test('keeps a followed token in sight, and leaves the view alone for the others', () => {
    const { source, play, follow } = replay();
    show(source);
    nextFrame();
    play();
    expect(moves).toEqual([]);
    follow();
    act(() => {
      flow.setState({ transform: [-900, 0, 1] });
    });
    play();
    expect(moves).toHaveLength(1);
    expect(moves[0]!.x).toBeGreaterThan(-900);
    expect(moves[0]!.zoom).toBe(1);
  });

  test('moves the view at once where less motion is wished for', () => {
    const { source, play, follow } = replay();
    const asOne = { matches: true, addEventListener: vi.fn(), removeEventListener: vi.fn() };
    vi.spyOn(window, 'matchMedia').mockReturnValue(asOne as never);
    show(source);
    nextFrame();
    follow();
    act(() => {
      flow.setState({ transform: [-400, 0, 1] });
    });
    play();
    // To the edge of the calm part: a fifth of 1,000 px from the left.
    const [x] = drawnAt();
    expect(moves[0]!.x).toBeCloseTo(-400 + 200 - x, 6);
  });

  test('picks the token that is clicked, nothing beside it, and ignores drags and what is no map', () => {
    const { source, picked } = replay();
    show(source);
    nextFrame();
    const at = drawnAt();
    click(pane(), at);
    click(pane(), [900, 500]);
    expect(picked).toEqual([1, null]);
    click(pane(), [at[0] - 20, at[1]], at);
    click(document.querySelector('button')!, at);
    expect(picked).toHaveLength(2);
  });

  test('reads its colours again in another theme', async () => {
    const { source } = replay();
    show(source);
    nextFrame();
    document.documentElement.dataset.theme = 'dark';
    await act(() => Promise.resolve());
    delete document.documentElement.dataset.theme;
    expect(nextFrame()).toBe(1);
  });

  test('hears of nothing any more once it is gone', () => {
    const { source, listeners, picked } = replay();
    const { unmount } = show(source);
    expect(listeners.size).toBe(1);
    const before = pane();
    unmount();
    expect(listeners.size).toBe(0);
    expect(nextFrame()).toBe(0);
    click(before, [900, 500]);
    expect(picked).toEqual([]);
  });
});
