import { describe, expect, test } from 'vitest';
import type { RuleInput } from '../../../src/map/schema';
import { setUp } from '../../../src/simulation';
import { Customer } from '../../../src/simulation/reference/customer';
import { idOf } from '../support/chain';
import { smallMap } from '../support/smallMap';

const attributes = { plan: { type: 'text', default: 'free' }, age: { type: 'number' } } as const;
const touchpoints = { start: 'entry' } as const;

describe('what a customer brings along', () => {
  test('is what the attributes say by themselves where there are no personas', () => {
    const setup = setUp(smallMap({ touchpoints, transitions: {}, attributes }));
    const customer = new Customer(setup, 0);
    expect(customer.persona).toBeNull();
    expect(customer.attribute(idOf('plan'))).toBe('free');
    expect(customer.attribute(idOf('age'))).toBeNull();
    expect(customer.attribute(idOf('gone'))).toBeNull();
  });

  test('is what their persona says, else the default; a row of data goes before both', () => {
    const personas = {
      old: { attributes: { [idOf('age')]: { family: 'fixed', value: 70 } } },
    } as const;
    const map = smallMap({ touchpoints, transitions: {}, attributes, personas });
    const known = (options?: Parameters<typeof setUp>[2], ...forced: [attributes?: object]) => {
      const [own] = forced;
      const customer = new Customer(
        setUp(map, null, options),
        0,
        own && { attributes: own as never },
      );
      return [customer.attribute(idOf('plan')), customer.attribute(idOf('age'))];
    };
    expect(known()).toEqual(['free', 70]);
    expect(known({ rows: [{ [idOf('plan')]: 'pro', [idOf('age')]: null }] })).toEqual([
      'pro',
      null,
    ]);
    const rows = [{ [idOf('plan')]: 'pro' }];
    expect(known({ rows }, { [idOf('plan')]: null, [idOf('age')]: 3 })).toEqual([null, 3]);
  });
});

describe('counts of a customer', () => {
  const rule = { kind: 'everyone' } satisfies RuleInput;

  test('begin again at an entry, but for those of the whole journey', () => {
    const map = smallMap({ touchpoints, transitions: {}, segments: { all: rule } });
    const customer = new Customer(setUp(map), 0);
    customer.count('in', true);
    customer.countTaken('in-work');
    customer.count('work', false);
    customer.countTaken('work-in');
    expect([customer.visits('work', 'pass'), customer.taken('work-in', 'pass')]).toEqual([1, 1]);
    customer.count('in', true);
    expect(customer.visits('in', 'pass')).toBe(1);
    expect(customer.visits('in', 'journey')).toBe(2);
    expect([customer.visits('work', 'pass'), customer.taken('work-in', 'pass')]).toEqual([0, 0]);
    expect([customer.visits('work', 'journey'), customer.taken('work-in', 'journey')]).toEqual([
      1, 1,
    ]);
    expect(customer.memberships()).toEqual([idOf('all')]);
  });
});

test('the arm of a campaign is none where it does not act, the one that is forced, or the one that is drawn', () => {
  const map = smallMap({
    touchpoints,
    transitions: {},
    campaigns: { on: {}, off: { status: 'idea' }, never: { controlShare: 1 } },
  });
  const customer = (arms = {}) => new Customer(setUp(map), 0, { arms });
  expect(customer().arm(idOf('on'))).toBe('treated');
  expect(customer().arm(idOf('never'))).toBe('control');
  expect(customer().arm(idOf('off'))).toBeNull();
  expect(customer({ [idOf('on')]: 'control' }).arm(idOf('on'))).toBe('control');
});
