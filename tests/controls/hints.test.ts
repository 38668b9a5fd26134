import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Hints, hintsOn, type ShownHint } from '../../src/controls/hints';

const hint = (text: string) => ({ anchor: {} as HTMLElement, text, side: 'top' as const });
let shown: ShownHint | null = null;
let hints: Hints;
const said = () => shown?.hint.text ?? null;

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(1_000);
  shown = null;
  hints = hintsOn((change) => {
    shown = typeof change === 'function' ? change(shown) : change;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

test('the keyboard has a hint at once, a pointer when it has rested', () => {
  hints.show('a', hint('A'), false);
  vi.advanceTimersByTime(400);
  expect(said()).toBeNull();
  vi.advanceTimersByTime(100);
  expect(said()).toBe('A');
  hints.show('b', hint('B'), true);
  expect(said()).toBe('B');
});

test('soon after one hint the next shows without waiting, later it waits again', () => {
  hints.show('a', hint('A'), true);
  hints.hide('a', true);
  vi.advanceTimersByTime(200);
  hints.show('b', hint('B'), false);
  expect(said()).toBe('B');
  hints.hide('b', true);
  vi.advanceTimersByTime(300);
  hints.show('a', hint('A'), false);
  expect(said()).toBeNull();
});

test('a pointer that leaves has a moment to reach the hint, which then stays', () => {
  hints.show('a', hint('A'), true);
  hints.hide('a', false);
  vi.advanceTimersByTime(100);
  hints.keep();
  vi.advanceTimersByTime(1_000);
  expect(said()).toBe('A');
  hints.hide('a', false);
  vi.advanceTimersByTime(150);
  expect(said()).toBeNull();
});

test('nobody hides or renews the hint of another', () => {
  hints.show('a', hint('A'), true);
  hints.hide('b', true);
  hints.renew('b', { text: 'B', keys: undefined });
  expect(said()).toBe('A');
  hints.renew('a', { text: 'Pressed', keys: undefined });
  expect(said()).toBe('Pressed');
});
