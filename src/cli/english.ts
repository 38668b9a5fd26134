import { createLanguage } from '../language';
import messages from '../language/messages/en.json';

/** The command line speaks English; `--json` speaks to programs. */
export const english = createLanguage({ locale: 'en', tag: 'en-GB' }, messages);
