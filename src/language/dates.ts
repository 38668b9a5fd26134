import { DAYS_PER_MONTH, DAYS_PER_YEAR } from './days';

type DateStyle = 'short' | 'medium' | 'long';

/** Dates as people of the language write them. */
export interface DateFormats {
  /** Of a calendar date `YYYY-MM-DD`: the same day in every time zone. */
  readonly date: (calendarDate: string, style?: DateStyle) => string;
  /** Month and year of a calendar date, e.g. `Mar 2026`. */
  readonly month: (calendarDate: string) => string;
  /** Of a UTC timestamp, in the reader's time zone. */
  readonly dateTime: (timestamp: string) => string;
  /** How long ago or ahead a timestamp is: `5 minutes ago`, `yesterday`. */
  readonly ago: (timestamp: string, now: number) => string;
}

const SECOND = 1_000;
const DAY = 86_400 * SECOND;
/** Each unit of relative time, its length in milliseconds, largest first. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', DAYS_PER_YEAR * DAY],
  ['month', DAYS_PER_MONTH * DAY],
  ['day', DAY],
  ['hour', 3_600 * SECOND],
  ['minute', 60 * SECOND],
];

/** The date formats of one language. What is no date is shown as it stands. */
export function dateFormats(tag: string): DateFormats {
  const calendar = Object.fromEntries(
    (['short', 'medium', 'long'] as const).map((style) => [
      style,
      new Intl.DateTimeFormat(tag, { dateStyle: style, timeZone: 'UTC' }),
    ]),
  ) as Record<DateStyle, Intl.DateTimeFormat>;
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });

  function ifDate(text: string, format: (time: number) => string): string {
    const time = Date.parse(text);
    return Number.isNaN(time) ? text : format(time);
  }
  return {
    date: (text, style = 'medium') => ifDate(text, (time) => calendar[style].format(time)),
    month: (text) => ifDate(text, (time) => month.format(time)),
    dateTime: (text) => ifDate(text, (time) => moment.format(time)),
    ago: (text, now) =>
      ifDate(text, (time) => {
        const distance = time - now;
        const unit = UNITS.find(([, length]) => Math.abs(distance) >= length);
        return unit
          ? relative.format(Math.round(distance / unit[1]), unit[0])
          : relative.format(0, 'second');
      }),
  };
}
