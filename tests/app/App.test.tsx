import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../src/app/App';
// Fetched when they are first shown: here they are beforehand, so that no test waits for a file.
import '../../src/app/LibraryRoute';
import '../../src/app/MapRoute';
import '../../src/views/run/RunMapView';
import { loadLanguage } from '../../src/language/load';
import { openStorage } from '../../src/storage';
import { shop } from '../views/table/shop';

// The whole app is put together each time: that takes longer than a part.
vi.setConfig({ testTimeout: 60_000 });
configure({ asyncUtilTimeout: 20_000 });
beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  location.hash = '';
});

/** The whole app on a memory that holds one map, at an address. */
async function openApp(hashOf: (id: string) => string) {
  const [language, storage] = await Promise.all([
    loadLanguage({ locale: 'en', tag: 'en-GB' }),
    openStorage({ factory: null, channel: null, local: null, session: null, folder: null }),
  ]);
  const map = { ...shop(), title: 'Shop' };
  await storage.create(map);
  location.hash = hashOf(map.id);
  const user = userEvent.setup({ delay: null });
  const view = render(<App storage={storage} language={language} />);
  return { ...view, storage, map, user };
}

const titleBox = () => screen.findByRole('textbox', { name: 'Title of the map' });

describe('the app', () => {
  test('opens the map of the address with its title and its touchpoints', async () => {
    const { map } = await openApp((id) => `#/map/${id}/map`);
    expect(await titleBox()).toHaveValue(map.title);
    for (const { name } of Object.values(map.touchpoints)) {
      expect(
        await screen.findByRole('button', { name: new RegExp(`^${name}(,|$)`) }),
      ).toBeInTheDocument();
    }
  });

  test('says where a map is not on this computer, and leads to the library', async () => {
    const { user, map } = await openApp(() => '#/map/nosuchmap000/map');
    await user.click(await screen.findByRole('button', { name: 'Library' }));
    expect(await screen.findByText(map.title)).toBeInTheDocument();
    expect(location.hash).toBe('#/');
  });

  test('takes an edit from the keyboard, and takes it back', async () => {
    const { user } = await openApp((id) => `#/map/${id}/map`);
    await screen.findByRole('button', { name: /^Form,/ });
    await user.keyboard('{Control>}a{/Control}{Delete}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Form,/ })).toBeNull());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Form,/ })).toBeInTheDocument());
  });

  test.each(['beforeunload', 'pagehide'])(
    'hands what is not saved yet to storage at %s',
    async (event) => {
      const { storage, map, user } = await openApp((id) => `#/map/${id}/map`);
      const title = await titleBox();
      vi.spyOn(storage, 'append').mockImplementation(() => new Promise(() => undefined));
      const leave = vi.spyOn(storage, 'appendOnLeave');
      await user.type(title, '!');
      dispatchEvent(new Event(event));
      expect(leave).toHaveBeenCalledOnce();
      const patches = leave.mock.lastCall![0].entries.flatMap((entry) => entry.patches);
      expect(patches.at(-1)).toMatchObject({ path: ['title'], value: `${map.title}!` });
    },
  );
});
