const DAY = 86_400_000;

/** The calendar date some days of the run clock after another. */
export function addDays(date: string, days: number): string {
  const time = Date.parse(`${date}T00:00:00Z`) + Math.floor(days + 1e-6) * DAY;
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : date;
}
