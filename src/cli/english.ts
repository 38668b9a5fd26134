import { createLanguage } from '../language';
import messages from '../language/messages/en.json';

/** The command line writes English; `--json` writes for programs. */
export const english = createLanguage({ locale: 'en', tag: 'en-GB' }, messages);
