import { expect, test } from 'vitest';
import { treeLinesOf, type TreeItem, treeOf } from '../../../src/editing/outline';
import { loadLanguage } from '../../../src/language/load';
import { newMap } from '../../../src/map/records';

const [SEE, BUY, AD, SHOP, PAID, LOOSE] = ['see', 'buy', 'ad', 'shop', 'paid', 'loose'].map(
  (name) => name.padEnd(12, '_'),
) as [string, string, string, string, string, string];

const map = newMap({
  stages: { [BUY]: { name: 'Buy', order: 'a1' }, [SEE]: { name: 'See', order: 'a0' } },
  touchpoints: {
    [PAID]: { stage: BUY, name: 'Paid', kind: 'outcome', position: { x: 40, y: 200 } },
    [SHOP]: { stage: BUY, name: 'Shop', position: { x: 40, y: 0 } },
    [AD]: { stage: SEE, name: '', kind: 'entry', position: { x: 40, y: 0 } },
  },
  transitions: {
    'ad-to-shop__': { from: AD, to: SHOP },
    'shop-to-ad__': { from: SHOP, to: AD, order: 'a1' },
    'shop-to-paid': { from: SHOP, to: PAID, order: 'a0' },
  },
});

const drawn = (items: readonly TreeItem[], indent = ''): string[] =>
  items.flatMap(({ label, children }) => [`${indent}${label}`, ...drawn(children, `${indent}  `)]);

test('stages hold their touchpoints in journey order, and those the transitions out of them', async () => {
  const { t } = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const tree = treeOf(map, t);
  expect(drawn(tree)).toEqual([
    'See',
    '  Unnamed touchpoint',
    '    to Shop',
    'Buy',
    '  Shop',
    '    to Paid',
    '    to Unnamed touchpoint',
    '  Paid',
  ]);
  expect(tree[0]).toMatchObject({
    key: `stages/${SEE}`,
    target: { collection: 'stages', id: SEE },
    children: [
      {
        key: `touchpoints/${AD}`,
        target: { collection: 'touchpoints', id: AD },
        children: [
          {
            key: 'transitions/ad-to-shop__',
            target: { collection: 'transitions', id: 'ad-to-shop__' },
            children: [],
          },
        ],
      },
    ],
  });
});

test('touchpoints of no stage have a line of their own, only where there are any', async () => {
  const { t } = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const loose = newMap({ touchpoints: { [LOOSE]: { name: 'Loose' } } });
  expect(treeOf(loose, t)).toEqual([
    {
      key: 'unsorted',
      target: null,
      label: t('outline.unsorted'),
      children: [expect.objectContaining({ key: `touchpoints/${LOOSE}`, label: 'Loose' })],
    },
  ]);
  expect(treeOf(map, t).map(({ key }) => key)).toEqual([`stages/${SEE}`, `stages/${BUY}`]);
});

test('the lines in sight say their level, their place among their like, and whose they are', async () => {
  const { t } = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const tree = treeOf(map, t);
  const shown = (open: readonly string[]) =>
    treeLinesOf(tree, ({ key }) => open.includes(key)).map(
      ({ item, parent, level, place, siblings }) =>
        `${level} ${place}/${siblings} ${item.label} < ${parent?.item.label ?? ''}`,
    );
  expect(shown([])).toEqual(['1 1/2 See < ', '1 2/2 Buy < ']);
  expect(shown([`stages/${BUY}`, `touchpoints/${SHOP}`, `touchpoints/${AD}`])).toEqual([
    '1 1/2 See < ',
    '1 2/2 Buy < ',
    '2 1/2 Shop < Buy',
    '3 1/2 to Paid < Shop',
    '3 2/2 to Unnamed touchpoint < Shop',
    '2 2/2 Paid < Buy',
  ]);
});
