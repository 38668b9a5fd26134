import { JourneyTable } from '../../../src/views/table/JourneyTable';
import { showMap } from '../showMap';
import { shop } from './shop';

/** The table of a map, with an editor that remembers. */
export const show = (map = shop()) => showMap(<JourneyTable run={null} />, map);
