import { useCallback, useMemo, useState } from 'react';
import type { Language } from '../language';
import type { JourneyMap } from '../map/schema';
import type { Storage } from '../storage';
import { Announcer } from '../controls/Announcer';
import { Later, later } from '../controls/Later';
import { Skeleton } from '../controls/Skeleton';
import { ToastProvider } from '../controls/ToastRegion';
import { createToasts } from '../controls/toasts';
import { TooltipProvider } from '../controls/Tooltip';
import { FilesProvider } from '../views/library/files/FilesProvider';
import { ErrorBoundary } from './ErrorBoundary';
import { PreferencesProvider } from './preferences';
import { LaunchedFiles } from './start/LaunchedFiles';
import { MissingParts } from './start/MissingParts';
import { useKeyboardHome } from './useKeyboardHome';
import { goTo, useRoute } from './useRoute';

const LibraryRoute = later(
  async () => (await import(/* first: library */ './LibraryRoute')).LibraryRoute,
);
const MapRoute = later(async () => (await import('./MapRoute')).MapRoute);

/** The whole app, on what the boot has opened. */
export function App({
  storage,
  language,
}: {
  readonly storage: Storage;
  readonly language: Language;
}) {
  const toasts = useMemo(() => createToasts(), []);
  const route = useRoute();
  useKeyboardHome();
  // What a file says instead of the map that is about to be shown.
  const [replacement, setReplacement] = useState<JourneyMap | null>(null);
  const replace = useCallback((map: JourneyMap) => {
    setReplacement(map);
    openMap(map.id);
  }, []);
  const forget = useCallback(() => setReplacement(null), []);
  return (
    <PreferencesProvider storage={storage} initialLanguage={language}>
      <TooltipProvider>
        <ToastProvider toasts={toasts}>
          <Announcer>
            <FilesProvider storage={storage} onOpen={openMap} onReplace={replace}>
              <LaunchedFiles />
              <MissingParts />
              {/* The key lets another route start clean after a failure. */}
              <ErrorBoundary key={route.at === 'map' ? route.id : route.at}>
                <Later fallback={<Skeleton />}>
                  {route.at === 'library' ? (
                    <LibraryRoute storage={storage} />
                  ) : (
                    <MapRoute
                      key={route.id}
                      storage={storage}
                      id={route.id}
                      view={route.view}
                      replacement={replacement?.id === route.id ? replacement : null}
                      onReplaced={forget}
                    />
                  )}
                </Later>
              </ErrorBoundary>
            </FilesProvider>
          </Announcer>
        </ToastProvider>
      </TooltipProvider>
    </PreferencesProvider>
  );
}

function openMap(id: string) {
  goTo({ at: 'map', id, view: 'map' });
}
