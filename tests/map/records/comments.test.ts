import { expect, test } from 'vitest';
import { answersItself, cyclicComments } from '../../../src/map/records';

/** Comments by what each answers. */
const answering = (parents: Record<string, string | null>) =>
  Object.fromEntries(Object.entries(parents).map(([id, parent]) => [id, { parent }]));

test('a comment answers itself directly or by way of others', () => {
  const comments = answering({ alone: 'alone', a: 'b', b: 'c', c: 'a' });
  expect(['alone', 'a', 'b', 'c'].map((id) => answersItself(comments, id))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('a comment that answers nothing, another, or what is gone does not answer itself', () => {
  const comments = answering({ first: null, second: 'first', third: 'second', lost: 'gone' });
  for (const id of ['first', 'second', 'third', 'lost', 'nowhere']) {
    expect(answersItself(comments, id), id).toBe(false);
  }
});

test('a comment that leads into a ring of others is no part of it', () => {
  const comments = answering({ outside: 'a', a: 'b', b: 'a' });
  expect(answersItself(comments, 'outside')).toBe(false);
  expect(answersItself(comments, 'a')).toBe(true);
});

test('each ring is found once, by one of its comments', () => {
  const comments = answering({
    free: null,
    outside: 'b',
    a: 'b',
    b: 'c',
    c: 'a',
    self: 'self',
    x: 'y',
    y: 'x',
    answer: 'free',
    lost: 'gone',
  });
  expect(cyclicComments(comments)).toEqual(['b', 'self', 'x']);
});

test('no ring is found where every answer ends', () => {
  expect(cyclicComments({})).toEqual([]);
  expect(cyclicComments(answering({ a: null, b: 'a', c: 'b', d: 'b', e: 'gone' }))).toEqual([]);
});

test('two comments that lead into one ring do not make it two', () => {
  expect(cyclicComments(answering({ p: 'a', a: 'b', b: 'a', q: 'b' }))).toEqual(['a']);
});
