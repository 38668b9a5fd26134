import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Inspector } from '../../../src/views/inspector/Inspector';
import { newMap } from '../../../src/map/records';
import { problems } from '../../../src/checks';
import { showMap } from '../showMap';

const [AGE, OTHER, VIP, GONE, MAIL, KPI] = ['age', 'other', 'vip', 'gone', 'mail', 'kpi'].map(
  (name) => name.padEnd(12, '-'),
) as [string, string, string, string, string, string];

const map = newMap({
  attributes: { [OTHER]: { name: 'Years', type: 'number' } },
  segments: {
    [VIP]: {
      name: 'VIP',
      rule: { kind: 'attribute', attribute: AGE, test: 'number', operator: 'more', value: 50 },
    },
  },
  campaigns: { [MAIL]: { name: 'Mail', segment: GONE } },
  kpis: { [KPI]: { name: 'KPI', scope: { kind: 'segment', id: GONE } } },
});
const missing = (of: typeof map) =>
  problems(of, { today: '2026-06-01' }).filter(({ rule }) =>
    ['missing-record', 'undeclared-attribute'].includes(rule),
  );

test.each([
  ['campaigns', MAIL, 'Segment'],
  ['kpis', KPI, 'segment'],
] as const)(
  'a deleted record is called so in %s, and another can be chosen in its place',
  async (collection, id, label) => {
    const { user, editor, map: now } = await showMap(<Inspector />, map);
    const before = missing(now()).length;
    act(() => editor.select([{ collection, id }]));
    const box = await screen.findByRole('combobox', { name: label }, { timeout: 10_000 });
    expect(box).toHaveValue('Deleted item');
    await user.click(box);
    await user.click(await screen.findByRole('option', { name: /VIP/ }));
    expect(missing(now())).toHaveLength(before - 1);
  },
);

test('the attribute of a clause is replaced and the clause keeps its comparison', async () => {
  const { user, editor, map: now } = await showMap(<Inspector />, map);
  act(() => editor.select([{ collection: 'segments', id: VIP }]));
  const box = await screen.findByRole(
    'combobox',
    { name: 'What is looked at' },
    { timeout: 10_000 },
  );
  expect(box).toHaveValue('Deleted item');
  await user.click(box);
  await user.click(await screen.findByRole('option', { name: /Years/ }));
  expect(now().segments[VIP]?.rule).toMatchObject({
    rules: [{ attribute: OTHER, test: 'number', operator: 'more', value: 50 }],
  });
});
