// Runs before the first paint, so that a dark room sees no white flash on reload. The choice is made in ui/theme.ts.
{
  let chosen = 'system'
  try {
    chosen = localStorage.getItem('top-ranger.theme') ?? 'system'
  } catch {
    // Storage is closed to us (private mode): the system's choice stands.
  }
  const dark = chosen === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
