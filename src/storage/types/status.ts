/**
 * - `ready`: IndexedDB works; what is acknowledged is on disk.
 * - `memory`: IndexedDB is absent, refused or silent; everything works, nothing outlives the page.
 * - `newer`: a newer build has written the database; it can be read, not written.
 * - `full`: the last write met the quota; reading and deleting work, edits stay with the caller.
 * - `broken`: the database failed while in use; edits stay with the caller, who may offer a file.
 * - `closed`: a newer build in another tab needs the database; this page must be reloaded.
 */
export type StorageState = 'ready' | 'memory' | 'newer' | 'full' | 'broken' | 'closed';

/** What was put back from the mirror after the browser lost its database. */
export interface Recovery {
  /** Maps that are there again, by id and title. */
  restored: { id: string; title: string }[];
  /** Maps the canary remembers and the mirror does not have. */
  lost: { id: string; title: string }[];
}

/** How storage is, for the notices of the app. */
export interface StorageStatus {
  state: StorageState;
  /** Why, in the browser's words; for a details disclosure, never the sentence itself. */
  reason: string | null;
  /** Another tab with an older build holds the database; close it to go on. */
  blocked: boolean;
  recovery: Recovery | null;
  /** How many unreadable records wait in quarantine. */
  quarantined: number;
  /** How many maps are shown as their mirror has them, because the disk cannot be opened or written: kept by this page alone. */
  copies: number;
}
