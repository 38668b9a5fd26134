import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Axes } from '../../../src/controls/charts/Axes';
import { Chart } from '../../../src/controls/charts/Chart';
import { frameOf } from '../../../src/controls/charts/frame';
import { Legend } from '../../../src/controls/charts/Legend';
import { show } from '../render';

const FRAME = frameOf(100);

test('a chart is a picture with a name, and its axes write values left and places below', async () => {
  const { container } = await show(
    <Chart label="Customers" frame={FRAME}>
      <Axes
        frame={FRAME}
        values={[
          { at: 20, text: '10' },
          { at: 72, text: '0', isStrong: true },
        ]}
        places={[{ at: 500, text: 'May' }]}
      />
    </Chart>,
  );
  expect(screen.getByRole('img', { name: 'Customers' })).toBeInTheDocument();
  const lines = [...container.querySelectorAll('line')];
  expect(lines.map((line) => line.getAttribute('y1'))).toEqual(['20', '72']);
  expect(lines.map((line) => line.hasAttribute('data-strong'))).toEqual([false, true]);
  const at = (text: string, name: 'x' | 'y') => Number(screen.getByText(text).getAttribute(name));
  expect(at('10', 'x')).toBeLessThan(FRAME.left);
  expect(at('May', 'y')).toBeGreaterThan(FRAME.bottom);
});

test('a legend names each colour once, in the order given', async () => {
  await show(
    <Legend
      entries={[
        { key: 'a', label: 'In journey', color: 'rgb(1, 2, 3)' },
        { key: 'b', label: 'Paying', color: 'rgb(4, 5, 6)' },
      ]}
    />,
  );
  const items = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(items.map(({ textContent }) => textContent)).toEqual(['In journey', 'Paying']);
  expect(items[1]?.querySelector('i')).toHaveStyle({ background: 'rgb(4, 5, 6)' });
});
