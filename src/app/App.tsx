import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import type { Language } from '../language';
import type { JourneyMap } from '../map/schema';
import type { Storage } from '../storage';
import { Announcer } from '../controls/Announcer';
import { Skeleton } from '../controls/Skeleton';
import { ToastProvider } from '../controls/ToastRegion';
import { createToasts } from '../controls/toasts';
import { TooltipProvider } from '../controls/Tooltip';
import { FilesProvider } from '../views/library/files/FilesProvider';
import { ErrorBoundary } from './ErrorBoundary';
import { PreferencesProvider } from './preferences/PreferencesProvider';
import { LaunchedFiles } from './start/LaunchedFiles';
import { StaleBuild } from './start/StaleBuild';
import { goTo, useRoute } from './useRoute';

const LibraryRoute = lazy(async () => ({
  default: (await import(/* first: library */ './LibraryRoute')).LibraryRoute,
}));
const MapRoute = lazy(async () => ({ default: (await import('./MapRoute')).MapRoute }));

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
              <StaleBuild />
              {/* The key lets another route begin anew after a failure. */}
              <ErrorBoundary key={route.at === 'map' ? route.id : route.at}>
                <Suspense fallback={<Skeleton />}>
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
                </Suspense>
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
