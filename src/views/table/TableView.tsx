import { useRunState } from '../run/RunContext';
import { useMap } from '../session';
import { EmptyTable } from './EmptyTable';
import { JourneyTable } from './JourneyTable';

/** The journey as a table, its KPIs as the current run has them, unless that is hidden. */
export function TableView() {
  const isEmpty = useMap(({ touchpoints }) => Object.keys(touchpoints).length === 0);
  const run = useRunState(({ current, isShown }) => (isShown ? (current?.result ?? null) : null));
  return isEmpty ? <EmptyTable /> : <JourneyTable run={run} />;
}
