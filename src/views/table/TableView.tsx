import { useMap } from '../session/EditorContext';
import { EmptyTable } from './EmptyTable';
import { JourneyTable } from './JourneyTable';

/** The journey as a table: touchpoints across, lanes down, the emotion curve through it. */
export function TableView() {
  const isEmpty = useMap(({ touchpoints }) => Object.keys(touchpoints).length === 0);
  return isEmpty ? <EmptyTable /> : <JourneyTable />;
}
