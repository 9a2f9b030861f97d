import { useEffect, useState } from 'react'
import { readChoice, writeChoice } from './choice.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const show = (theme: Theme, systemIsDark: boolean): void => {
  const dark = theme === 'system' ? systemIsDark : theme === 'dark'
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

/** Light, dark, or as the device; `public/theme.js` shows the same choice before the first paint. */
export const useTheme = (): [Theme, (theme: Theme) => void] => {
  const [theme, setTheme] = useState(() => readChoice('theme', themes, 'system'))
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)')
    const follow = (): void => show(theme, system.matches)
    follow()
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [theme])
  return [
    theme,
    (next) => {
      writeChoice('theme', next)
      setTheme(next)
    },
  ]
}
