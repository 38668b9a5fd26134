import { render } from '@testing-library/react';
import { createEditor } from '../../../src/editing/editor';
import type { ShellPort } from '../../../src/editing/commands/command';
import { createRegistry } from '../../../src/editing/commands/registry';
import type { Negotiated } from '../../../src/language';
import { loadLanguage } from '../../../src/language/load';
import type { JourneyMap } from '../../../src/map/schema';
import { LanguageProvider } from '../../../src/controls/LanguageProvider';
import { TooltipProvider } from '../../../src/controls/Tooltip';
import { Inspector } from '../../../src/views/inspector/Inspector';
import { EditorProvider } from '../../../src/views/session/EditorContext';
import { SessionProvider } from '../../../src/views/session/ShellContext';
import { sharedJournal } from '../../editing/sharedJournal';
import { COMMANDS } from '../../support/commands';
import { LINKED } from './plan';

const refuse = () => {
  throw new Error('not part of this test');
};
const shell: ShellPort = {
  open: refuse,
  toggle: refuse,
  isShown: () => true,
  show: refuse,
  moveToPart: refuse,
  library: refuse,
  maps: () => Promise.resolve([{ id: LINKED.map, title: LINKED.title }]),
  openFile: refuse,
  saveFile: refuse,
  writeClipboard: refuse,
  readClipboard: refuse,
};

/** The inspector of an open map, with an editor that remembers. */
export async function inspect(
  map: JourneyMap,
  locale: Negotiated = { locale: 'en', tag: 'en-GB' },
) {
  const language = await loadLanguage(locale);
  const journal = sharedJournal(map);
  const editor = createEditor(journal.opened(), journal.tab('one'));
  const session = { registry: createRegistry(COMMANDS), shell, canvas: { current: null } };
  const view = render(
    <LanguageProvider language={language}>
      <TooltipProvider>
        <EditorProvider editor={editor}>
          <SessionProvider session={session}>
            <Inspector />
          </SessionProvider>
        </EditorProvider>
      </TooltipProvider>
    </LanguageProvider>,
  );
  return { editor, journal, root: view.container };
}
