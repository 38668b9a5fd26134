/** What a person has chosen; `system` follows the computer. */
export const THEMES = ['system', 'light', 'dark'] as const;
/** What a person chose: `system` follows the operating system. */
export type Theme = (typeof THEMES)[number];

/** Guards what is read from storage. */
export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** Shows the page in a theme, at once. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
}
