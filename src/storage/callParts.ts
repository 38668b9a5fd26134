import type { NewsRelay } from './newsRelay';
import type { Context } from './context';
import type { Writing } from './guard';
import type { MirrorCopies } from './mirrored';
import type { Spare } from './spare';
import type { StatusKeeper } from './status';
import type { Storage } from './types';
import type { Upkeep } from './upkeep';

/** What storage is put together from. */
export interface Parts {
  context: Context;
  spare: Spare;
  mirrored: MirrorCopies;
  status: StatusKeeper;
  newsRelay: NewsRelay;
  upkeep: Upkeep;
}

/** What the calls of storage work with. */
export interface CallParts extends Parts {
  readonly writing: Writing;
  /** Where a map is kept: on disk, or in the spare memory while the disk refuses it. */
  readonly at: (mapId: string) => Context;
  readonly append: Storage['append'];
}
