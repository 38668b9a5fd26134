import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { isLocale, type Language, type LanguagePreference, negotiate } from '../../language';
import { loadLanguage } from '../../language/load';
import type { Storage } from '../../storage';
import { LanguageProvider } from '../../controls/LanguageProvider';
import { SingleKeysContext } from '../../controls/singleKeys';
import { applyTheme, isTheme, type Theme } from '../theme/theme';
import { type Mirrored, readMirror, writeMirror } from './mirror';
import { PreferencesContext } from './PreferencesContext';
import { fetchTextsBy } from './texts';

/** A stored theme; `system` for anything that is none. */
export function asTheme(value: unknown): Theme {
  return isTheme(value) ? value : 'system';
}

/** A stored language; `system` for anything that is none, such as a language of another build. */
export function asLanguage(value: unknown): LanguagePreference {
  return isLocale(value) ? value : 'system';
}

/**
 * Theme, language and single keys. Storage has the truth; the mirror lets the next page begin with it before
 * storage is open.
 */
export function PreferencesProvider({
  storage,
  initialLanguage,
  children,
}: {
  readonly storage: Pick<Storage, 'preference' | 'setPreference'>;
  /** May have the texts of the first screen alone; the others are fetched after the first paint. */
  readonly initialLanguage: Language;
  readonly children: ReactNode;
}) {
  const [theme, setTheme] = useState(() => asTheme(readMirror('theme')));
  const [preference, setPreference] = useState(() => asLanguage(readMirror('language')));
  const [areOn, setOn] = useState(() => readMirror('singleKeys') !== 'off');
  const [language, setLanguage] = useState(initialLanguage);
  const wanted = useRef(preference);

  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language.tag;
  }, [language]);

  const actions = useMemo(() => {
    async function speak(next: LanguagePreference) {
      wanted.current = next;
      setPreference(next);
      const loaded = await loadLanguage(negotiate(next, navigator.languages));
      // Somebody may have chosen another one meanwhile.
      if (wanted.current === next) setLanguage(loaded);
    }
    return {
      dress: setTheme,
      speak,
      keep(name: Mirrored, chosen: string) {
        writeMirror(name, chosen);
        // A preference that cannot be kept holds until the page goes.
        storage.setPreference(name, chosen).catch(() => undefined);
      },
    };
  }, [storage]);

  useEffect(() => {
    const first = initialLanguage.isWhole ? Promise.resolve() : actions.speak(wanted.current);
    // Whoever needs the texts reports that they are missing.
    first.catch(() => undefined);
    let fetched: Promise<void> | null = first;
    fetchTextsBy(() => {
      const texts = fetched ?? actions.speak(wanted.current);
      fetched = null;
      return texts;
    });
  }, [initialLanguage, actions]);

  useEffect(() => {
    let gone = false;
    async function adopt() {
      const kept = asTheme(await storage.preference('theme'));
      const spoken = asLanguage(await storage.preference('language'));
      const keys = await storage.preference('singleKeys');
      if (gone) return;
      setOn(keys !== 'off');
      if (kept !== asTheme(readMirror('theme'))) actions.dress(kept);
      if (spoken !== wanted.current) await actions.speak(spoken);
    }
    adopt().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [storage, actions]);

  const singleKeys = useMemo(
    () => ({
      areOn,
      turn(on: boolean) {
        actions.keep('singleKeys', on ? 'on' : 'off');
        setOn(on);
      },
    }),
    [areOn, actions],
  );
  const value = useMemo(
    () => ({
      theme,
      language: preference,
      setTheme: (next: Theme) => {
        actions.keep('theme', next);
        actions.dress(next);
      },
      setLanguage: (next: LanguagePreference) => {
        actions.keep('language', next);
        // A catalogue that cannot be fetched leaves the language as it is.
        actions.speak(next).catch(() => undefined);
      },
    }),
    [theme, preference, actions],
  );

  return (
    <PreferencesContext value={value}>
      <SingleKeysContext value={singleKeys}>
        <LanguageProvider language={language}>{children}</LanguageProvider>
      </SingleKeysContext>
    </PreferencesContext>
  );
}
