import { act, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { ToastProvider } from '../../../src/controls/ToastRegion';
import { createToasts } from '../../../src/controls/toasts';
import type { ShellPort } from '../../../src/editing/commands/command';
import type { JourneyMap } from '../../../src/map/schema';
import type { RunStore } from '../../../src/runs/store';
import type { Storage } from '../../../src/storage';
import { RunProvider, useRuns } from '../../../src/views/run/RunContext';
import { id, shopOf } from '../../insight/shop';
import { shelf } from '../../runs/shelf';
import { showMap } from '../showMap';

/** A shop with two scenarios: small, so that a run of it takes no time. */
const small = () =>
  shopOf({ scenarios: { [id('today')]: { name: 'Today' }, [id('later')]: { name: 'Later' } } });

/**
 * A view of an open map that can be run, on the thread of the test.
 */
export async function showRuns(
  element: ReactElement,
  shell: Partial<ShellPort> = {},
  map: JourneyMap = small(),
) {
  const storage = shelf();
  let found: RunStore | undefined;
  function Runs() {
    found = useRuns();
    return null;
  }
  const toasts = createToasts();
  const shown = await showMap(
    <ToastProvider toasts={toasts}>
      <RunProvider storage={storage as unknown as Storage}>
        <Runs />
        {element}
      </RunProvider>
    </ToastProvider>,
    map,
    { isShown: () => false, ...shell },
  );
  const runs = found!;
  /** Runs the map and waits until the list of kept runs has it. */
  async function simulate(seed: number, scenario: string | null = null) {
    const before = runs.store.getState().runs?.length ?? 0;
    await act(() => runs.simulate({ scenario, customers: 60, seed }));
    await waitFor(() => {
      if ((runs.store.getState().runs?.length ?? 0) <= before) throw new Error('not kept yet');
    });
  }
  return { ...shown, storage, runs, simulate, toasts };
}
