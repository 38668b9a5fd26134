/** A month is 365/12 days. */
export const DAYS_PER_MONTH = 365 / 12;
