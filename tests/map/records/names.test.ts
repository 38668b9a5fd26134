import { describe, expect, test } from 'vitest';
import type { Say } from '../../../src/language';
import { givenName, nameOf, nameOfRecord, newMap, unnamed } from '../../../src/map/records';

const A = 'aaaaaaaaaaaa';
const B = 'bbbbbbbbbbbb';
const C = 'cccccccccccc';

const t: Say = (id, values) => (values ? `${id} ${JSON.stringify(values)}` : id);

const map = newMap({
  touchpoints: { [A]: { name: 'Ad' }, [B]: { name: '  ' } },
  transitions: {
    [A]: { from: A, to: B, label: 'clicks' },
    [B]: { from: A, to: B },
    [C]: { from: A, to: C },
  },
  notes: { [A]: { text: 'Call them' }, [B]: { text: '' } },
  images: { [A]: { asset: A, width: 1, height: 1 } },
  lanes: { [A]: { name: ' Legal ' } },
  assets: { [A]: { type: 'image/png', data: '' } },
});

describe('the name people gave', () => {
  test('is the name, the label or the text of a record, as it was written', () => {
    expect(givenName(map, 'touchpoints', A)).toBe('Ad');
    expect(givenName(map, 'transitions', A)).toBe('clicks');
    expect(givenName(map, 'notes', A)).toBe('Call them');
    expect(givenName(map, 'lanes', A)).toBe(' Legal ');
  });

  test('is none where all of them are blank or missing', () => {
    expect(givenName(map, 'touchpoints', B)).toBeNull();
    expect(givenName(map, 'transitions', B)).toBeNull();
    expect(givenName(map, 'notes', B)).toBeNull();
    expect(givenName(map, 'images', A)).toBeNull();
    expect(givenName(map, 'assets', A)).toBeNull();
  });

  test('is none of a record that is not there, whatever tables inherit', () => {
    expect(givenName(map, 'touchpoints', C)).toBeNull();
    expect(givenName(map, 'touchpoints', 'constructor')).toBeNull();
  });

  test('is the most telling of several fields, and never what is no text', () => {
    const told = { ...map.notes[A]!, label: 'Label', name: 'Name' };
    expect(givenName({ ...map, notes: { [A]: told } }, 'notes', A)).toBe('Name');
    const odd = { ...told, name: 5 };
    expect(givenName({ ...map, notes: { [A]: odd } }, 'notes', A)).toBe('Label');
  });
});

describe('what a record is called on screen', () => {
  test('is the name it was given', () => {
    expect(nameOf(map, 'touchpoints', A, t)).toBe('Ad');
    expect(nameOf(map, 'transitions', A, t)).toBe('clicks');
  });

  test('is its kind where it has no name', () => {
    expect(nameOf(map, 'touchpoints', B, t)).toBe(
      'record.unnamed {"kind":"record.touchpoints.one"}',
    );
    expect(nameOf(map, 'images', A, t)).toBe('record.unnamed {"kind":"record.images.one"}');
  });

  test('is its two ends for a transition without a label', () => {
    const nameless = t('record.unnamed', { kind: 'record.touchpoints.one' });
    expect(nameOf(map, 'transitions', B, t)).toBe(
      t('record.transition', { from: 'Ad', to: nameless }),
    );
    expect(nameOf(map, 'transitions', C, t)).toBe(
      t('record.transition', { from: 'Ad', to: 'record.gone' }),
    );
  });

  test('is the same for a record that is at hand without its map', () => {
    for (const id of [A, B]) {
      const touchpoint = nameOfRecord('touchpoints', map.touchpoints[id]!, t);
      expect(touchpoint).toBe(nameOf(map, 'touchpoints', id, t));
      expect(nameOfRecord('notes', map.notes[id]!, t)).toBe(nameOf(map, 'notes', id, t));
    }
  });

  test('is, in an empty field for it, what a record without a name is called', () => {
    expect(unnamed('notes', t)).toBe(nameOf(map, 'notes', B, t));
  });

  test('says that a record is gone', () => {
    expect(nameOf(map, 'touchpoints', C, t)).toBe('record.gone');
    expect(nameOf(map, 'transitions', 'toString', t)).toBe('record.gone');
  });
});
