/** Lengths of calendar units in days, the same everywhere: a year is 365 days, a month a twelfth of it. */
export const DAYS_PER_YEAR = 365;
/** 30.416…: no whole number. */
export const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;
