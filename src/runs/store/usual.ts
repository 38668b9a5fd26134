/** Enough to see the shape, done while one looks. */
export const USUAL_CUSTOMERS = 10_000;
