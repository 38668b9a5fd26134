import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { MissingMap } from '../../src/app/MissingMap';
import { LanguageProvider } from '../../src/controls/LanguageProvider';
import { loadLanguage } from '../../src/language/load';
import type { MapCopy, MapSummary, Storage } from '../../src/storage';

const language = await loadLanguage({ locale: 'en', tag: 'en-GB' });
const COPY: MapCopy = { title: 'Precious', at: '2026-11-30T14:05:00.000Z', isWhole: true };

function show(parts: Pick<Storage, 'copyOf' | 'list'> & Partial<Pick<Storage, 'putBack'>>) {
  const onBack = vi.fn();
  render(
    <LanguageProvider language={language}>
      <MissingMap storage={parts as Storage} id="map-1" onBack={onBack} />
    </LanguageProvider>,
  );
  return { onBack };
}

const nothing = () => Promise.resolve(null);
const listing =
  (...ids: string[]) =>
  () =>
    Promise.resolve(ids.map((id) => ({ id }) as MapSummary));

beforeEach(() => {
  location.hash = '#/map/map-1';
});

describe('a map that cannot be opened', () => {
  test('is put back from its copy, with one press, and then opened', async () => {
    const putBack = vi.fn(() => Promise.resolve(true));
    const copyOf = vi.fn(() => Promise.resolve(COPY));
    const { onBack } = show({ copyOf, list: listing('map-1'), putBack });
    expect(await screen.findByText(/Precious/)).toHaveTextContent(language.dateTime(COPY.at));
    expect(screen.queryByText(/missing from it/)).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Put the copy back' }));
    expect(putBack).toHaveBeenCalledWith('map-1');
    expect(onBack).toHaveBeenCalledOnce();
  });

  test('says of its copy that changes are missing from it', async () => {
    show({ copyOf: () => Promise.resolve({ ...COPY, isWhole: false }), list: listing('map-1') });
    expect(await screen.findByText(/missing from it/)).toBeVisible();
  });

  test('is called damaged where the library has it and there is no copy', async () => {
    show({ copyOf: nothing, list: listing('map-1') });
    expect(await screen.findByText('This map cannot be read')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Put the copy back' })).toBeNull();
  });

  test('is called not here where nothing is known of it, and leads to the library', async () => {
    show({ copyOf: () => Promise.reject(new Error('no file system')), list: listing('other') });
    expect(await screen.findByText('This map is not here')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Library' }));
    expect(location.hash).toBe('#/');
  });
});
