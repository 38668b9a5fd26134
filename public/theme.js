// Before the first paint: the theme this computer was last used with. An external file, because the
// security policy allows no inline script. src/app/preferences/mirror.ts writes what is read here.
try {
  const theme = localStorage.getItem('desire-path.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: the system's theme holds.
}
