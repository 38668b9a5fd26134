import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { COMMANDS } from '../support/commands';
import type { CanvasPort, ShellPort } from '../../src/editing/commands/command';
import { createRegistry } from '../../src/editing/commands/registry';
import { createEditor } from '../../src/editing/editor';
import { loadLanguage } from '../../src/language/load';
import type { JourneyMap } from '../../src/map/schema';
import { LanguageProvider } from '../../src/controls/LanguageProvider';
import { TooltipProvider } from '../../src/controls/Tooltip';
import { EditorProvider } from '../../src/views/session/EditorContext';
import { SessionProvider } from '../../src/views/session/ShellContext';
import { sharedJournal } from '../editing/sharedJournal';

const refuse = () => {
  throw new Error('not part of this test');
};
const closedShell: ShellPort = {
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

/** A view of an open map, with an editor that remembers and an app that does what the test lets it. */
export async function showMap(
  element: ReactElement,
  map: JourneyMap,
  shell: Partial<ShellPort> = {},
  canvas: CanvasPort | null = null,
) {
  const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  const journal = sharedJournal(map);
  const editor = createEditor(journal.opened(), journal.tab('one'));
  const session = {
    registry: createRegistry(COMMANDS),
    shell: { ...closedShell, ...shell },
    canvas: { current: canvas },
  };
  const user = userEvent.setup({ delay: null });
  const view = render(
    <LanguageProvider language={language}>
      <TooltipProvider>
        <EditorProvider editor={editor}>
          <SessionProvider session={session}>{element}</SessionProvider>
        </EditorProvider>
      </TooltipProvider>
    </LanguageProvider>,
  );
  return { ...view, editor, user, map: () => editor.store.getState().map };
}
