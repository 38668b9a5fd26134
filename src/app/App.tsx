import { useMemo } from 'react';
import type { Language } from '../language';
import type { Storage } from '../storage';
import { Announcer } from '../views/controls/Announcer';
import { ToastProvider } from '../views/controls/ToastRegion';
import { createToasts } from '../views/controls/toasts';
import { TooltipProvider } from '../views/controls/Tooltip';
import { ErrorBoundary } from './ErrorBoundary';
import { LibraryRoute } from './LibraryRoute';
import { MapRoute } from './MapRoute';
import { PreferencesProvider } from './preferences/PreferencesProvider';
import { useRoute } from './useRoute';

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
  return (
    <PreferencesProvider storage={storage} initialLanguage={language}>
      <TooltipProvider>
        <ToastProvider toasts={toasts}>
          <Announcer>
            {/* The key lets another route begin anew after a failure. */}
            <ErrorBoundary key={route.at === 'map' ? route.id : route.at}>
              {route.at === 'library' ? (
                <LibraryRoute storage={storage} />
              ) : (
                <MapRoute key={route.id} storage={storage} id={route.id} view={route.view} />
              )}
            </ErrorBoundary>
          </Announcer>
        </ToastProvider>
      </TooltipProvider>
    </PreferencesProvider>
  );
}
