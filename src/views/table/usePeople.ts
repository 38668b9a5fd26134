import { useMemo, useState } from 'react';
import { nameOfRecord } from '../../map/records';
import { useText } from '../../controls/LanguageProvider';
import { useMap } from '../session';
import { personasOf, type ShownPerson } from '../../map/table';

interface People {
  /** Everyone, then the personas in order. */
  readonly all: readonly ShownPerson[];
  readonly shown: readonly ShownPerson[];
  readonly toggle: (person: ShownPerson) => void;
}

/** Whose experience the table shows; somebody's always is. */
export function usePeople(): People {
  const t = useText();
  const personas = useMap((map) => map.personas);
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set(['everyone']));
  const all = useMemo<readonly ShownPerson[]>(
    () => [
      { id: null, key: 'everyone', name: t('table.everyone'), color: null },
      ...personasOf({ personas }).map((persona) => ({
        ...persona,
        key: persona.id,
        name: nameOfRecord('personas', persona, t),
      })),
    ],
    [personas, t],
  );
  const shown = useMemo(() => {
    const chosen = all.filter(({ key }) => keys.has(key));
    return chosen.length > 0 ? chosen : all.slice(0, 1);
  }, [all, keys]);

  return {
    all,
    shown,
    toggle({ key }) {
      const next = new Set(shown.map((person) => person.key));
      if (!next.delete(key)) next.add(key);
      if (next.size > 0) setKeys(next);
    },
  };
}
