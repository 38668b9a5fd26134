import { describe, expect, test } from 'vitest';
import { whereabouts } from '../../src/editing/whereabouts';
import { worded } from '../../src/editing';
import { newMap } from '../../src/map/records';
import { inEnglish } from '../support/spoken';

const map = newMap({
  stages: { 'stage-of-see': { name: 'See' } },
  touchpoints: {
    'touchpoint-ad': { name: 'Ad', stage: 'stage-of-see', position: { x: 40, y: 8 } },
    'touchpoint-lost': { name: 'Lost', position: { x: 1, y: 2 } },
  },
  notes: { 'note-of-much': { text: 'x'.repeat(80), position: { x: 3, y: 4 } } },
});

const said = (collection: 'touchpoints' | 'notes' | 'stages', id: string) => {
  const values = whereabouts(map, { collection, id });
  return values && worded(values, inEnglish);
};

describe('where something is, for an announcement', () => {
  test('names it, its stage and its place there', () => {
    expect(said('touchpoints', 'touchpoint-ad')).toEqual({
      name: 'Ad',
      placed: 'yes',
      stage: 'See',
      x: 40,
      y: 8,
    });
  });

  test('says when it has no stage', () => {
    expect(said('touchpoints', 'touchpoint-lost')).toMatchObject({ placed: 'no', stage: '' });
  });

  test('calls a note by the beginning of its text', () => {
    expect(said('notes', 'note-of-much')).toMatchObject({ name: 'x'.repeat(60), x: 3, y: 4 });
  });

  test('is nothing for what has no place of its own', () => {
    expect(said('stages', 'stage-of-see')).toBeNull();
  });
});
