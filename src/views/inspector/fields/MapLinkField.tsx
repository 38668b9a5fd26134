import { useEffect, useState } from 'react';
import { ComboBox } from '../../../controls/ComboBox';
import { useText } from '../../../controls/LanguageProvider';
import { useSession } from '../../session';
import type { PlainProps } from '../../../editing/fields';

/** A map that shows this touchpoint in detail, chosen from the library. */
export function MapLinkField({ value, label, hint, write }: PlainProps) {
  const t = useText();
  const { shell } = useSession();
  const [maps, setMaps] = useState<readonly { id: string; title: string }[]>([]);
  const link = value as { map: string; title: string } | null;

  useEffect(() => {
    let isCurrent = true;
    void shell.maps().then((found) => {
      if (isCurrent) setMaps(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [shell]);

  // A linked map need not be on this computer; its title travels with the link.
  const away =
    link && maps.every(({ id }) => id !== link.map) ? [{ id: link.map, title: link.title }] : [];
  return (
    <ComboBox
      label={label}
      hint={hint}
      clearable
      placeholder={t('field.none')}
      options={[...maps, ...away].map(({ id, title }) => ({ id, label: title }))}
      value={link?.map ?? null}
      onChange={(id) => {
        const chosen = maps.find((map) => map.id === id);
        write(chosen ? { map: chosen.id, title: chosen.title } : null);
      }}
    />
  );
}
