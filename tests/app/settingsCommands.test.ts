import { expect, test, vi } from 'vitest';
import { settingsCommands } from '../../src/app/shell/settingsCommands';
import type { CommandContext } from '../../src/editing/commands';

test('the command for shortcuts of a single key turns them off and on again, and says so', () => {
  let areOn = true;
  const announce = vi.fn();
  const command = settingsCommands({
    setTheme: vi.fn(),
    setLanguage: vi.fn(),
    singleKeys: () => ({ areOn, turn: (on) => void (areOn = on) }),
  }).find(({ id }) => id === 'settings.singleKeys')!;
  const context = { editor: { announce } } as unknown as CommandContext;
  void command.run(context);
  expect(areOn).toBe(false);
  expect(announce).toHaveBeenLastCalledWith('settings.singleKeys.off');
  void command.run(context);
  expect(areOn).toBe(true);
  expect(announce).toHaveBeenLastCalledWith('settings.singleKeys.on');
});
