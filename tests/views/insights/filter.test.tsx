import { act, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { displayOf, NO_FILTER } from '../../../src/editing/display';
import { simulate } from '../../../src/simulation';
import { GroupsPart } from '../../../src/views/insights/GroupsPart';
import { PathsPart } from '../../../src/views/insights/PathsPart';
import { showMap } from '../showMap';
import { coachingLive } from '../../runs/coachinglive';

test('a filter of the map leaves out of the lists what does not meet it', async () => {
  const map = coachingLive();
  const run = await simulate(map, null, { customers: 300, seed: 1 });
  const { editor } = await showMap(
    <>
      <PathsPart run={run} map={map} />
      <GroupsPart run={run} map={map} />
    </>,
    map,
  );
  // Asked by role, tables of this size take seconds.
  const rows = () =>
    [...document.querySelectorAll('th[scope=row]')].map(({ textContent }) => textContent);
  const names = Object.values(map.personas).map(({ name }) => name);
  expect(rows()).toEqual(expect.arrayContaining(names));

  const [id, { name }] = Object.entries(map.personas)[1]!;
  act(() => displayOf(editor).setState({ filter: { ...NO_FILTER, personas: { [id]: true } } }));
  await waitFor(() =>
    expect(rows().filter((row) => row !== name && names.includes(row))).toEqual([]),
  );

  expect(rows()).toContain(name);

  const isLost = (touchpoint: string) => (run.touchpoints[touchpoint]?.dropOffs ?? 0) > 0;
  const [, leak] = Object.entries(map.touchpoints).find(([touchpoint]) => isLost(touchpoint))!;
  const channels = [leak.channel];
  act(() => displayOf(editor).setState({ filter: { ...NO_FILTER, channels } }));
  await waitFor(() => expect(rows()).toEqual(expect.arrayContaining(names)));
  const met = rows().filter((row) => row === leak.name);
  const others = Object.values(map.touchpoints)
    .filter(({ channel }) => !channels.includes(channel))
    .map((touchpoint) => touchpoint.name);
  expect(met).toHaveLength(1);
  expect(rows().filter((row) => others.includes(row))).toEqual([]);
});
