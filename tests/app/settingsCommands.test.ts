import { expect, test, vi } from 'vitest';
import { settingsCommands } from '../../src/app/shell/settingsCommands';
import type { CommandContext } from '../../src/editing/commands';

test('who looks for shortcuts of a single key is shown the dialog that turns them on and off', () => {
  const open = vi.fn();
  const commands = settingsCommands({ setTheme: vi.fn(), setLanguage: vi.fn() });
  const command = commands.find(({ id }) => id === 'settings.singleKeys')!;
  void command.run({ shell: { open } } as unknown as CommandContext);
  expect(open).toHaveBeenCalledExactlyOnceWith('help');
});
