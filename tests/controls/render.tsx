import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import type { Locale } from '../../src/language';
import { loadLanguage } from '../../src/language/load';
import { LanguageProvider } from '../../src/controls/LanguageProvider';
import { TooltipProvider } from '../../src/controls/Tooltip';

const tags: Readonly<Record<Locale, string>> = { en: 'en-GB', de: 'de-DE', ms: 'ms-MY' };

/** Renders with what every control needs around it, in a language. */
export async function show(
  element: ReactElement,
  locale: Locale = 'en',
): Promise<RenderResult & { user: UserEvent }> {
  const language = await loadLanguage({ locale, tag: tags[locale] });
  const user = userEvent.setup();
  const view = render(element, {
    wrapper: ({ children }) => (
      <LanguageProvider language={language}>
        <TooltipProvider>{children}</TooltipProvider>
      </LanguageProvider>
    ),
  });
  return { ...view, user };
}
