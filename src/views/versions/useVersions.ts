import { useEffect, useState } from 'react';
import { replaceMap } from '../../map/edits';
import { failedNotice, type NamedVersion, type Storage } from '../../storage';
import { useLanguage } from '../../controls/LanguageProvider';
import { useToasts } from '../../controls/ToastRegion';
import { useEditor, useMap } from '../session';

/** What the versions need of storage. */
export type VersionStorage = Pick<
  Storage,
  'saveVersion' | 'watchVersions' | 'versionMap' | 'removeVersion'
>;

interface Versions {
  /** Newest first; null until storage has returned them. Other tabs' versions come and go too. */
  readonly versions: readonly NamedVersion[] | null;
  readonly save: (name: string) => void;
  /** Makes the map what it was, as one step that can be undone. */
  readonly restore: (version: NamedVersion) => void;
  readonly remove: (version: NamedVersion) => void;
}

/** The named versions of the open map; failures are announced. */
export function useVersions(storage: VersionStorage): Versions {
  const { t } = useLanguage();
  const editor = useEditor();
  const toasts = useToasts();
  const mapId = useMap(({ id }) => id);
  const [versions, setVersions] = useState<readonly NamedVersion[] | null>(null);

  function attempt(task: () => Promise<void>) {
    task().catch((error: unknown) => {
      toasts.show(failedNotice(error, t));
    });
  }

  // What cannot be read now is an empty list; keeping a version says why.
  useEffect(() => storage.watchVersions(mapId, setVersions), [storage, mapId]);

  return {
    versions,
    save: (name) =>
      attempt(async () => {
        // A version is what is on disk: first everything must be there.
        await editor.flush();
        await storage.saveVersion(mapId, name);
      }),
    restore: (version) =>
      attempt(async () => {
        const { name } = version;
        const map = await storage.versionMap(mapId, version.id);
        if (!map) {
          toasts.show({ text: t('versions.unreadable', { name }), tone: 'error', stays: true });
          return;
        }
        const changed = editor.edit('versions.edit.restore', replaceMap(map), { select: [] });
        toasts.show({
          text: t(changed ? 'versions.restored' : 'versions.same', { name }),
          ...(changed && { actions: [{ label: t('control.undo'), run: () => editor.undo() }] }),
        });
      }),
    remove: (version) =>
      attempt(async () => {
        await storage.removeVersion(mapId, version.id);
        toasts.show({ text: t('versions.deleted', { name: version.name }) });
      }),
  };
}
