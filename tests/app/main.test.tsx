import { act, configure, screen, waitFor } from '@testing-library/react';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
// The page of this file has no root when it is first loaded.
import '../../src/app/main';
import '../../src/app/LibraryRoute';
import '../../src/app/MapRoute';
import '../../src/views/run/RunMapView';

// The whole app is put together each time: that takes longer than a part.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 20_000 });
let starts = 0;

/** Opens the page as a browser does: an empty root, then the app's first module. */
async function startPage({ hash = '', languages = ['en-GB'] } = {}) {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.replaceChildren(root);
  history.replaceState(null, '', `/${hash}`);
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
  starts += 1;
  // Under another address, so that it is run again.
  const main = `../../src/app/main.tsx?start=${starts}`;
  await act(() => import(/* @vite-ignore */ main));
}

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('IDBKeyRange', IDBKeyRange);
});

const titleBox = (name: string) => screen.findByRole('textbox', { name });

describe('the page', () => {
  test('begins with its doors in the language of the browser, and keeps no map by itself', async () => {
    await startPage({ languages: ['de-AT', 'en'] });
    const blank = await screen.findByRole('button', { name: 'Leere Karte' });
    expect(document.documentElement.lang).toBe('de-AT');
    expect(screen.queryByRole('article')).toBeNull();
    expect(location.hash).toBe('');
    act(() => blank.click());
    expect(await titleBox('Titel der Karte')).toHaveValue('');
    expect(location.hash).toMatch(/^#\/map\/[\w-]+\/map$/);
    await startPage({ languages: ['de-AT', 'en'] });
    expect(await screen.findByRole('article')).toHaveTextContent('Unbenannte Karte');
  });

  test('obeys an address, and makes nothing by itself there', async () => {
    await startPage({ hash: '#/map/nosuchmap000/map' });
    expect(await screen.findByRole('button', { name: 'Library' })).toBeInTheDocument();
    expect(location.hash).toBe('#/map/nosuchmap000/map');
  });

  test('has the theme and the language that were chosen here last, before storage is open', async () => {
    localStorage.setItem('desire-path.theme', 'dark');
    localStorage.setItem('desire-path.language', 'ms');
    await startPage({ hash: '#/' });
    expect(document.documentElement.dataset.theme).toBe('dark');
    await waitFor(() => {
      expect(document.documentElement.lang).toMatch(/^ms/);
    });
  });
});
