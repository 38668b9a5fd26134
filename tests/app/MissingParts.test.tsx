import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ErrorBoundary } from '../../src/app/ErrorBoundary';
import { MissingParts } from '../../src/app/start/MissingParts';
import { rescuable } from '../../src/app/rescue';
import { LanguageProvider } from '../../src/controls/LanguageProvider';
import { ToastProvider } from '../../src/controls/ToastRegion';
import { createToasts } from '../../src/controls/toasts';
import { TooltipProvider } from '../../src/controls/Tooltip';
import { createEditor } from '../../src/editing';
import { loadLanguage } from '../../src/language/load';
import { parseMap } from '../../src/map/text';
import { openStorage } from '../../src/storage';
import { shop } from '../views/table/shop';

const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

function show(page: string | null) {
  const toasts = createToasts();
  const asked = vi.fn(() =>
    page === null ? Promise.reject(new TypeError('offline')) : Promise.resolve(new Response(page)),
  );
  vi.stubGlobal('fetch', asked);
  const script = document.createElement('script');
  script.type = 'module';
  script.setAttribute('src', './assets/index-old.js');
  document.body.append(script);
  render(
    <LanguageProvider language={language}>
      <TooltipProvider>
        <ToastProvider toasts={toasts}>
          <MissingParts />
        </ToastProvider>
      </TooltipProvider>
    </LanguageProvider>,
  );
  return { toasts, asked, texts: () => toasts.current().map(({ text }) => text) };
}

/** jsdom's blobs can be read by its reader alone. */
function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });
}

const miss = (part = './a.js') =>
  dispatchEvent(
    Object.assign(new Event('vite:preloadError'), {
      payload: new TypeError(`Failed to fetch dynamically imported module: ${part}`),
    }),
  );
const SAME_BUILD = '<script src="./assets/index-old.js"></script>';

describe('a part that cannot be fetched', () => {
  test('means a new version where the page of the server begins with another script', async () => {
    const { texts } = show('<script type="module" src="./assets/index-new.js"></script>');
    miss();
    await waitFor(() => expect(texts()).toEqual([language.t('app.notice.stale')]));
  });

  test.each([
    ['offline', null],
    ['where the server has the same build', SAME_BUILD],
  ])('means no new version %s', async (_, page) => {
    const { texts, asked } = show(page);
    miss();
    await waitFor(() => expect(asked).toHaveBeenCalledOnce());
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(texts()).toEqual([]);
  });

  test('asks for a reload where it is missed again although the server has the same build', async () => {
    const { texts, asked } = show(SAME_BUILD);
    miss();
    miss('./b.js');
    await waitFor(() => expect(asked).toHaveBeenCalledTimes(2));
    expect(texts()).toEqual([]);
    miss();
    await waitFor(() => expect(texts()).toEqual([language.t('app.notice.unfetched')]));
  });

  test('asks for no reload while the page is offline, however often it is missed', async () => {
    const { texts, asked } = show(null);
    miss();
    miss();
    await waitFor(() => expect(asked.mock.calls.length).toBeGreaterThanOrEqual(3));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(texts()).toEqual([]);
  });

  test('is reported where a command waited for it, and other failures are not', async () => {
    const { texts } = show(null);
    const reject = (reason: Error) =>
      dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
    act(() => void reject(new Error('something else')));
    expect(texts()).toEqual([]);
    act(() => void reject(new TypeError('Failed to fetch dynamically imported module: ./a.js')));
    await waitFor(() => expect(texts()).toEqual([language.t('control.missing')]));
  });

  test('leaves no style sheet behind that would count as fetched', () => {
    show(null);
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    document.head.append(link);
    link.dispatchEvent(new Event('error'));
    expect(link.isConnected).toBe(false);
  });
});

describe('the error screen', () => {
  async function broken() {
    const storage = await openStorage({
      factory: null,
      channel: null,
      local: null,
      session: null,
      folder: null,
    });
    const map = { ...shop(), title: 'Shop' };
    await storage.create(map);
    const opened = await storage.openMap(map.id);
    const forget = rescuable(createEditor(opened!, storage));
    const Broken = () => {
      throw new Error('broken');
    };
    render(
      <LanguageProvider language={language}>
        <ErrorBoundary>
          <Broken />
        </ErrorBoundary>
      </LanguageProvider>,
    );
    return { map, forget };
  }

  test('saves the map with nothing that would have to be fetched', async () => {
    const { map, forget } = await broken();
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:here';
    });
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    await userEvent.click(screen.getByRole('button', { name: 'Save the map to a file' }));
    // At once: no promise lies between the click and the file.
    expect(names).toEqual(['Shop.journey.json']);
    const text = await textOf(blobs[0]!);
    expect(parseMap(text)).toMatchObject({ outcome: 'opened', map: { title: map.title } });
    forget();
  });

  test('does not reload a page that could not be had again, and says so', async () => {
    const { forget } = await broken();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await userEvent.click(screen.getByRole('button', { name: 'Reload' }));
    expect(await screen.findByText(language.t('app.error.offline'))).toBeInTheDocument();
    forget();
  });
});
