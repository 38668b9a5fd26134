import { describe, expect, test } from 'vitest';
import { noticesOf } from '../../src/app/storage/notices';
import type { StorageState, StorageStatus } from '../../src/storage';

const calm: StorageStatus = {
  state: 'ready',
  reason: null,
  blocked: false,
  recovery: null,
  quarantined: 0,
  copies: 0,
};

describe('what is reported about the storage', () => {
  test('is nothing while all is well', () => {
    expect(noticesOf(calm)).toEqual([]);
  });

  test.each<[StorageState, string]>([
    ['memory', 'save'],
    ['newer', 'reload'],
    ['closed', 'reload'],
    ['full', 'save'],
    ['broken', 'reload'],
  ])('says that it is %s, why, and how to %s', (state, action) => {
    const [notice, ...more] = noticesOf({ ...calm, state, reason: 'QuotaExceededError: no' });
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ text: `app.notice.${state}`, reason: 'QuotaExceededError: no' });
    expect(notice?.actions).toContain(action);
  });

  test('says of copies that are shown what they are, and not that nothing can be kept', () => {
    const [notice, ...more] = noticesOf({ ...calm, state: 'memory', copies: 2 });
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ text: 'app.notice.copies', values: { count: 2 } });
    expect(notice?.actions).toContain('save');
  });

  test('names the maps that were lost before those that were put back', () => {
    const recovery = {
      restored: [
        { id: 'a', title: 'One' },
        { id: 'b', title: 'Two' },
      ],
      lost: [{ id: 'c', title: 'Three' }],
    };
    const [lost, restored] = noticesOf({ ...calm, recovery });
    expect(lost).toMatchObject({ tone: 'error', values: { count: 1, titles: 'Three' } });
    expect(restored).toMatchObject({ tone: 'info', values: { count: 2, titles: 'One, Two' } });
  });

  test('offers records that could not be read for download', () => {
    const [notice] = noticesOf({ ...calm, quarantined: 3 });
    expect(notice?.values).toEqual({ count: 3 });
    expect(notice?.actions).toEqual(['download', 'discard', 'dismiss']);
  });

  test('tells all of it at once', () => {
    const ids = noticesOf({ ...calm, state: 'memory', blocked: true, quarantined: 1 });
    expect(ids.map(({ id }) => id)).toEqual(['memory', 'blocked', 'quarantined']);
  });
});
