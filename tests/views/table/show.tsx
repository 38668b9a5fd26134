import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { COMMANDS } from '../../../src/editing/commands';
import type { ShellPort } from '../../../src/editing/commands/command';
import { createRegistry } from '../../../src/editing/commands/registry';
import { createEditor } from '../../../src/editing/editor';
import { loadLanguage } from '../../../src/language';
import { LanguageProvider } from '../../../src/views/controls/LanguageProvider';
import { TooltipProvider } from '../../../src/views/controls/Tooltip';
import { EditorProvider } from '../../../src/views/session/EditorContext';
import { SessionProvider } from '../../../src/views/session/ShellContext';
import { JourneyTable } from '../../../src/views/table/JourneyTable';
import { sharedJournal } from '../../editing/sharedJournal';
import { shop } from './shop';

const refuse = () => {
  throw new Error('not part of this test');
};
const shell: ShellPort = {
  open: refuse,
  toggle: refuse,
  isShown: () => false,
  show: refuse,
  moveToPart: refuse,
  library: refuse,
  maps: refuse,
  openFile: refuse,
  saveFile: refuse,
  writeClipboard: refuse,
  readClipboard: refuse,
};

/** The table of a map, with an editor that remembers. */
export async function show(map = shop()) {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const journal = sharedJournal(map);
  const editor = createEditor(journal.opened(), journal.tab('one'));
  const session = { registry: createRegistry(COMMANDS), shell, canvas: { current: null } };
  const user = userEvent.setup({ delay: null });
  const view = render(
    <LanguageProvider language={language}>
      <TooltipProvider>
        <EditorProvider editor={editor}>
          <SessionProvider session={session}>
            <JourneyTable run={null} />
          </SessionProvider>
        </EditorProvider>
      </TooltipProvider>
    </LanguageProvider>,
  );
  return { ...view, editor, user, map: () => editor.store.getState().map };
}
