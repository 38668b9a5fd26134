import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { negotiate } from '../language';
import { loadFirstLanguage } from '../language/load';
import { openStorage } from '../storage';
import { App } from './App';
import { asLanguage, asTheme, readMirror } from './preferences';
import { parseRoute } from './routes';
import './theme/index.css';
import { applyTheme } from './theme/theme';

applyTheme(asTheme(readMirror('theme')));

/** Language and storage are fetched side by side; storage falls back to memory by itself. */
async function boot(root: HTMLElement) {
  if (parseRoute(location.hash).at === 'map') fetchMapScreen();
  const preference = asLanguage(readMirror('language'));
  const [language, storage] = await Promise.all([
    loadFirstLanguage(negotiate(preference, navigator.languages)),
    openStorage(),
  ]);
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
