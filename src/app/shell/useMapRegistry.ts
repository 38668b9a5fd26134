import { useEffect, useEffectEvent, useMemo } from 'react';
import {
  type Command,
  createRegistry,
  FIRST_COMMANDS,
  laterCommands,
  type Registry,
} from '../../editing/commands';
import { useMissingNotice } from '../../controls/useMissingNotice';
import { usePreferences } from '../preferences';

/** The commands of a map's screen: those that come with it, and the others as soon as they are here. */
export function useMapRegistry(): Registry {
  const { setTheme, setLanguage } = usePreferences();
  const registry = useMemo(
    () =>
      createRegistry(FIRST_COMMANDS, [
        laterCommands,
        async (): Promise<readonly Command[]> => {
          const { settingsCommands } = await import('./settingsCommands');
          return settingsCommands({ setTheme, setLanguage });
        },
      ]),
    [setTheme, setLanguage],
  );
  useWholeRegistry(registry);
  return registry;
}

/** Fetches all commands once the page stands: what it could do without until now. Says so when some are missing. */
function useWholeRegistry(registry: Registry) {
  const tell = useMissingNotice();
  const report = useEffectEvent(tell);
  useEffect(() => {
    const fetch = () =>
      void registry.whole().then(() => {
        if (registry.isLacking) report(fetch);
      });
    fetch();
    addEventListener('online', fetch);
    return () => removeEventListener('online', fetch);
  }, [registry]);
}
