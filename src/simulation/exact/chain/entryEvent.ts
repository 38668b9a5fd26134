/** What an entry did that does not follow from its touchpoint: contacts, firsts, a move of the plan price. */
export interface EntryEvent {
  readonly contacts: readonly number[];
  /** Campaigns that contacted the customer for the first time. */
  readonly firstContacts: readonly number[];
  readonly contactCost: number;
  /** Passed the milestone `acquired` for the first time. */
  readonly acquired: boolean;
  /** Came to what is watched for, for the first time. */
  readonly seen: boolean;
  readonly before: number;
  readonly after: number;
  /** The first price above 0. */
  readonly firstPrice: boolean;
}

/** An entry on which nothing happens. */
export const NO_EVENT: EntryEvent = {
  contacts: [],
  firstContacts: [],
  contactCost: 0,
  acquired: false,
  seen: false,
  before: 0,
  after: 0,
  firstPrice: false,
};
