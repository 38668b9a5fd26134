import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { ToastProvider } from '../../../src/controls/ToastRegion';
import { createToasts } from '../../../src/controls/toasts';
import { newMap } from '../../../src/map/records';
import { serialise } from '../../../src/map/text';
import { StorageError, type MapSummary, type Storage } from '../../../src/storage';
// Fetched when they are first needed: here they are beforehand, so that no test waits for a file.
import '../../../src/controls/MenuLayer';
import '../../../src/views/library/files/FindingsDialog';
import { ArrivalDialog } from '../../../src/views/library/files/ArrivalDialog';
import { FilesProvider, useFiles } from '../../../src/views/library/files/FilesProvider';
import { LibraryScreen } from '../../../src/views/library/LibraryScreen';
import { show } from '../../controls/render';

const summary = (id: string, title: string, more: Partial<MapSummary> = {}): MapSummary => ({
  id,
  title,
  language: 'en',
  state: 'draft' as MapSummary['state'],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-02-01T00:00:00.000Z',
  deletedAt: null,
  counts: { stages: 2, touchpoints: 5 } as MapSummary['counts'],
  thumbnail: null,
  head: 1,
  durable: true,
  unreadable: false,
  ...more,
});

/** A storage of maps that only remembers what it was asked for. */
function shelf(maps: readonly MapSummary[]) {
  const done = () => Promise.resolve();
  return {
    watchLibrary: vi.fn((tell: (all: readonly MapSummary[]) => void) => {
      tell(maps);
      return () => undefined;
    }),
    list: vi.fn(() => Promise.resolve(maps)),
    create: vi.fn((map: { id: string }) => Promise.resolve({ id: map.id })),
    openMap: vi.fn(),
    rename: vi.fn(done),
    duplicate: vi.fn(done),
    remove: vi.fn(done),
    restore: vi.fn(done),
    purge: vi.fn(done),
  };
}

async function library(maps: readonly MapSummary[], storage = shelf(maps)) {
  const toasts = createToasts();
  const onOpen = vi.fn();
  const shown = await show(
    <ToastProvider toasts={toasts}>
      <FilesProvider
        storage={storage as unknown as Storage}
        onOpen={onOpen}
        onReplace={() => undefined}
      >
        <LibraryScreen
          storage={storage as unknown as Storage}
          onOpen={onOpen}
          addressOf={(id) => `#/map/${id}`}
          brand={null}
          settings={null}
          notices={null}
        />
      </FilesProvider>
    </ToastProvider>,
  );
  const titles = () =>
    screen.getAllByRole('article').map((card) => card.querySelector('h2')?.textContent);
  return { ...shown, storage, toasts, onOpen, titles };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the library', () => {
  test('without a map says what this is and has three doors, and nothing to search in', async () => {
    await library([]);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Draw your customers’');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(button('Blank map')).toHaveAccessibleDescription(/no stages, no examples/);
    expect(button('CoachingLive, the worked case')).toHaveAccessibleDescription(/nine stages/);
    const templates = screen.getByRole('region', { name: 'From a template' });
    expect(
      within(templates)
        .getAllByRole('button')
        .map((it) => it.querySelector('strong')?.textContent),
    ).toEqual(['Software trial', 'Online purchase', 'Customer onboarding', 'Support case']);
  });

  test('draws its templates from their own files once the page stands', async () => {
    const { container } = await library([]);
    await waitFor(() => expect(container.querySelectorAll('img')).toHaveLength(5), {
      timeout: 5_000,
    });
  });

  test('invites nobody as long as it does not know its maps', async () => {
    const reading = { ...shelf([]), watchLibrary: vi.fn(() => () => undefined) };
    await library([], reading);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Your maps');
  });

  test('finds a map by its title, and says when none has it', async () => {
    const { user, titles } = await library([summary('a', 'Shop'), summary('b', 'Support')]);
    await user.type(screen.getByRole('searchbox'), 'sup');
    expect(titles()).toEqual(['Support']);
    await user.type(screen.getByRole('searchbox'), 'xyz');
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByText('No map matches “supxyz”')).toBeInTheDocument();
  });

  test('puts the maps in the order asked for', async () => {
    const { user, titles } = await library([
      summary('a', 'Beta', { updatedAt: '2026-03-01T00:00:00.000Z' }),
      summary('b', 'Alpha'),
    ]);
    expect(titles()).toEqual(['Beta', 'Alpha']);
    await user.selectOptions(screen.getByLabelText('Sort by'), 'Title');
    expect(titles()).toEqual(['Alpha', 'Beta']);
  });

  test('renames a map by Enter; the same title again changes nothing', async () => {
    const { user, storage } = await library([summary('a', 'Shop')]);
    const rename = async (typed: string) => {
      await user.click(button('More for Shop'));
      await user.click(await screen.findByRole('menuitem', { name: 'Rename …' }));
      const box = await screen.findByLabelText('Title');
      await user.clear(box);
      await user.type(box, typed);
    };
    await rename('  Web   shop{Enter}');
    expect(storage.rename).toHaveBeenCalledExactlyOnceWith('a', 'Web shop');
    expect(screen.queryByRole('dialog')).toBeNull();
    await rename('Shop{Enter}');
    expect(storage.rename).toHaveBeenCalledOnce();
  });

  test('deletes a map into the bin with a way back', async () => {
    const { user, storage, toasts } = await library([summary('a', 'Shop')]);
    await user.click(button('More for Shop'));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    expect(storage.remove).toHaveBeenCalledExactlyOnceWith('a');
    await waitFor(() => expect(toasts.current()[0]?.text).toBe('“Shop” was deleted.'));
    act(() => toasts.current()[0]?.actions?.[0]?.run());
    expect(storage.restore).toHaveBeenCalledExactlyOnceWith('a');
  });

  test('says why something did not work', async () => {
    const storage = shelf([summary('a', 'Shop')]);
    storage.duplicate.mockRejectedValueOnce(new StorageError('full', 'no room'));
    const { user, toasts } = await library([summary('a', 'Shop')], storage);
    await user.click(button('More for Shop'));
    await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
    await waitFor(() => expect(toasts.current()[0]).toMatchObject({ tone: 'error', stays: true }));
  });

  test('keeps what is in the bin apart from the maps', async () => {
    const binned = summary('b', 'Old', { deletedAt: '2026-02-02T00:00:00.000Z' });
    const { titles } = await library([summary('a', 'Shop'), binned]);
    expect(titles()).toEqual(['Shop']);
    expect(screen.getByText('1 map in the bin')).toBeInTheDocument();
  });

  test('opens a map made from a template', async () => {
    const { user, onOpen, storage } = await library([]);
    await user.click(button('Blank map'));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    const [made] = storage.create.mock.calls[0]!;
    expect(onOpen).toHaveBeenCalledWith(made.id);
  });
});

describe('files that arrive', () => {
  async function arriving(maps: readonly MapSummary[] = []) {
    const storage = shelf(maps);
    const toasts = createToasts();
    const onOpen = vi.fn();
    let take: (files: readonly File[]) => Promise<void> = () => Promise.resolve();
    function Grab() {
      ({ take } = useFiles());
      return null;
    }
    const shown = await show(
      <ToastProvider toasts={toasts}>
        <FilesProvider
          storage={storage as unknown as Storage}
          onOpen={onOpen}
          onReplace={() => undefined}
        >
          <Grab />
        </FilesProvider>
      </ToastProvider>,
    );
    const drop = (name: string, text: string) =>
      act(() => take([new File([text], name, { type: 'application/json' })]));
    const takeAll = (files: readonly File[]) => act(() => take(files));
    return { ...shown, storage, toasts, onOpen, drop, takeAll };
  }

  test('are kept as maps and opened', async () => {
    const { drop, onOpen, storage } = await arriving();
    const map = newMap({ title: 'Shop' });
    await drop('shop.journey.json', serialise(map));
    expect(storage.create).toHaveBeenCalledOnce();
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(map.id);
  });

  test('beyond the most that are taken at once are counted', async () => {
    const { takeAll, storage, toasts } = await arriving();
    const maps = Array.from({ length: 300 }, (_, at) => newMap({ title: `Map ${at}` }));
    await takeAll(maps.map((map) => new File([serialise(map)], `${map.title}.journey.json`)));
    expect(storage.create).toHaveBeenCalledTimes(20);
    expect(toasts.current().map(({ text }) => text)).toEqual([
      'Only the first 20 files were taken. 280 files were not opened: open the rest in smaller groups.',
    ]);
  });

  test('that are no maps are refused with the place of the mistake, and nothing is kept', async () => {
    const { drop, storage, user } = await arriving();
    await drop('broken.json', '{ "a": ');
    const dialog = await screen.findByRole('dialog', { name: 'broken.json was not opened' });
    expect(within(dialog).getAllByRole('listitem')).not.toHaveLength(0);
    expect(storage.create).not.toHaveBeenCalled();
    await user.click(within(dialog).getByText('Close'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('that were mended are opened, with what was mended behind the notice', async () => {
    const { drop, toasts, onOpen } = await arriving();
    const whole = JSON.parse(serialise(newMap({ title: 'Shop' }))) as object;
    await drop('bent.json', JSON.stringify({ ...whole, title: 7 }));
    expect(onOpen).toHaveBeenCalledOnce();
    expect(toasts.current()[0]?.text).toBe('bent.json was opened with 1 repair.');
    act(() => toasts.current()[0]?.actions?.[0]?.run());
    expect(
      await screen.findByRole('dialog', { name: 'bent.json was opened with repairs' }),
    ).toBeInTheDocument();
  });
});

describe('a file whose map is here already', () => {
  const ask = async (arrival: Parameters<typeof ArrivalDialog>[0]['arrival']) => {
    const onAnswer = vi.fn();
    const shown = await show(<ArrivalDialog name="a.json" arrival={arrival} onAnswer={onAnswer} />);
    return { ...shown, onAnswer };
  };

  test('may replace it, stand beside it, or be left', async () => {
    const { user, onAnswer } = await ask({ kind: 'differs', here: summary('a', 'Shop') });
    expect(screen.getByText('Replacing is one step that you can undo.')).toBeInTheDocument();
    await user.click(button('Replace it with the file'));
    await user.click(button('Keep both'));
    await user.keyboard('{Escape}');
    expect(onAnswer.mock.calls).toEqual([['replace'], ['both'], [null]]);
  });

  test('in the bin or damaged is never written over', async () => {
    const { unmount } = await ask({ kind: 'binned', here: summary('a', '') });
    expect(screen.getByRole('dialog')).toHaveAccessibleName(/^“Untitled/);
    expect(button('Take it out of the bin')).toBeInTheDocument();
    expect(screen.queryByText('Replace it with the file')).toBeNull();
    unmount();
    await ask({ kind: 'differs', here: summary('a', 'Shop', { unreadable: true }) });
    expect(screen.queryByText('Replace it with the file')).toBeNull();
  });
});
