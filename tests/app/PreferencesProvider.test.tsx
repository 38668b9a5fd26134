import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { usePreferences } from '../../src/app/preferences/PreferencesContext';
import {
  asLanguage,
  asTheme,
  PreferencesProvider,
} from '../../src/app/preferences/PreferencesProvider';
import { useText } from '../../src/controls/LanguageProvider';
import { useSingleKeys } from '../../src/controls/singleKeys';
import { loadLanguage } from '../../src/language/load';

beforeEach(() => {
  localStorage.clear();
});

function Settings() {
  const t = useText();
  const { theme, language, setTheme, setLanguage } = usePreferences();
  const { areOn, turn } = useSingleKeys();
  return (
    <>
      <output>{`${theme} ${language} ${t('control.cancel')}`}</output>
      <button type="button" onClick={() => setTheme('dark')}>
        dark
      </button>
      <button type="button" onClick={() => setLanguage('de')}>
        german
      </button>
      <button type="button" onClick={() => turn(!areOn)}>
        {`single keys ${areOn ? 'on' : 'off'}`}
      </button>
    </>
  );
}

async function preferences(kept: Readonly<Record<string, unknown>> = {}) {
  const storage = {
    preference: vi.fn((name: string) => Promise.resolve(kept[name])),
    setPreference: vi.fn(() => Promise.resolve()),
  };
  const initialLanguage = await loadLanguage({ locale: 'en', tag: 'en-GB' });
  render(
    <PreferencesProvider storage={storage as never} initialLanguage={initialLanguage}>
      <Settings />
    </PreferencesProvider>,
  );
  await act(() => Promise.resolve());
  return { storage, user: userEvent.setup() };
}
const said = () => screen.getByRole('status').textContent;

test('without a choice the system decides', async () => {
  await preferences();
  expect(said()).toBe('system system Cancel');
});

test('what storage has kept is taken over', async () => {
  await preferences({ theme: 'dark', language: 'de' });
  await waitFor(() => expect(said()).toBe('dark de Abbrechen'));
  expect(document.documentElement.lang).toMatch(/^de/);
});

test('a choice holds at once, for this page and the next', async () => {
  const { user, storage } = await preferences();
  await user.click(screen.getByRole('button', { name: 'dark' }));
  await user.click(screen.getByRole('button', { name: 'german' }));
  await waitFor(() => expect(said()).toBe('dark de Abbrechen'));
  expect(storage.setPreference.mock.calls).toEqual([
    ['theme', 'dark'],
    ['language', 'de'],
  ]);
  expect(Object.values(localStorage)).toEqual(expect.arrayContaining(['dark', 'de']));
});

test('a choice that cannot be kept holds until the page goes', async () => {
  const { user, storage } = await preferences();
  storage.setPreference.mockRejectedValue(new Error('full'));
  await user.click(screen.getByRole('button', { name: 'dark' }));
  expect(said()).toMatch(/^dark/);
});

test('what nobody could have chosen counts as no choice', () => {
  expect([asTheme('pink'), asTheme('light'), asLanguage('xx'), asLanguage('ms')]).toEqual([
    'system',
    'light',
    'system',
    'ms',
  ]);
});

test('shortcuts of a single key are on until they are turned off, for this page and the next', async () => {
  const { storage, user } = await preferences();
  await user.click(screen.getByRole('button', { name: 'single keys on' }));
  expect(screen.getByRole('button', { name: 'single keys off' })).toBeVisible();
  expect(storage.setPreference).toHaveBeenCalledWith('singleKeys', 'off');
  expect(localStorage.getItem('desire-path.singleKeys')).toBe('off');
});

test('shortcuts of a single key that storage has turned off are off', async () => {
  await preferences({ singleKeys: 'off' });
  await screen.findByRole('button', { name: 'single keys off' });
});
