import type { MessageId, MessageValues } from '../language';
import type { JourneyMap } from '../map/schema';

/** Says a text of the catalogue; a language's `t` and react-intl's `formatMessage` by id both do. */
export type FormatMessage = (id: MessageId, values?: MessageValues) => string;

/** What describing needs besides the rule. */
export interface Wording {
  readonly map: JourneyMap;
  readonly format: FormatMessage;
  /** How a calendar date is written; without it as `YYYY-MM-DD`. */
  readonly date: (calendarDate: string) => string;
}
