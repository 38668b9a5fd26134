import { type Point } from '../geometry';
import { BAND, PITCH } from '../sizes';
import { type Drawn, tidyColumnsOf, usualRows } from './columns';
import { rankLinksOf } from './crossings';
import { orderColumns } from './order';
import { tidyRowsOf } from './rows';

/**
 * A tidy position for every touchpoint, relative to its band: columns in the order of the stages,
 * few crossings, everything on one grid, in so many rows at most. The same map always gets the same layout.
 */
export function tidy(map: Drawn, rowCount = usualRows(map)): ReadonlyMap<string, Point> {
  const columns = tidyColumnsOf(map, rowCount);
  const links = rankLinksOf(map);
  orderColumns(columns, links);
  const rows = tidyRowsOf(columns, links);
  return new Map(
    columns.flatMap(({ ids, place }) =>
      ids.map((id) => {
        const x = BAND.padding + place * PITCH.x;
        return [id, { x, y: (rows.get(id) ?? 0) * PITCH.y }] as const;
      }),
    ),
  );
}
