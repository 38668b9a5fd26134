// What is taken as a type, or fetched later, is not loaded.
import type { Untested } from '../src/views/Untested';
import { Tested } from '../src/views/parts';

export const loaded = [Tested, () => import('../src/views/Excepted')];
export type Other = typeof Untested;
