import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { negotiate } from '../language';
import { loadFirstLanguage } from '../language/load';
import { openStorage } from '../storage';
import { App } from './App';
import { asLanguage, asTheme, readMirror } from './preferences';
import { hashOf, parseRoute } from './routes';
import { begin } from './start/begin';
import './theme/index.css';
import { applyTheme } from './theme/theme';

applyTheme(asTheme(readMirror('theme')));

/** Language and storage are fetched side by side; storage falls back to memory by itself. */
async function boot(root: HTMLElement) {
  const isMap = parseRoute(location.hash).at === 'map' || location.hash === '';
  if (isMap) fetchMapScreen();
  const preference = asLanguage(readMirror('language'));
  const [language, storage] = await Promise.all([
    loadFirstLanguage(negotiate(preference, navigator.languages)),
    openStorage(),
  ]);
  const id = await begin(storage, language.locale, location.hash);
  if (id !== null) history.replaceState(null, '', hashOf({ at: 'map', id, view: 'map' }));
  createRoot(root).render(
    <StrictMode>
      <App storage={storage} language={language} />
    </StrictMode>,
  );
}

/** The parts of the screen that comes next, fetched beside the storage instead of one after another. */
function fetchMapScreen() {
  const parts = [
    import(/* first: map */ './MapRoute'),
    import(/* first: map */ '../views/run/RunMapView'),
  ];
  // Who needs a part asks for it again, and reports if it is missing.
  for (const part of parts) part.catch(() => undefined);
}

const root = document.getElementById('root');
if (root) void boot(root);
