import { useSyncExternalStore } from 'react'

/** The tokens of the screen that the map draws with, by the name of their CSS variable. */
export const paletteTokens = {
  sea: '--map-sea',
  beyond: '--map-beyond',
  city: '--map-city',
  coast: '--map-coast',
  line: '--map-line',
  border: '--map-border',
  word: '--map-word',
  green: '--map-green',
  road: '--map-road',
  mainRoad: '--map-main-road',
  kritis: '--kritis-mark',
  tinggi: '--tinggi-mark',
  sedang: '--sedang-mark',
  rendah: '--soft',
  onMark: '--on-mark',
  there: '--there',
  ink: '--ink',
  soft: '--soft',
  faint: '--faint',
  panel: '--panel',
  accent: '--accent',
} as const

export type Palette = Record<keyof typeof paletteTokens, string>

const readPalette = (): Palette => {
  const style = getComputedStyle(document.documentElement)
  const pairs = Object.entries(paletteTokens).map(([name, token]) => [
    name,
    style.getPropertyValue(token).trim(),
  ])
  return Object.fromEntries(pairs) as Palette
}

const known = new Map<string, Palette>()
const root = (): HTMLElement => document.documentElement

const subscribe = (changed: () => void): (() => void) => {
  const observer = new MutationObserver(changed)
  observer.observe(root(), { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** The colours of the theme that the page shows at this moment. */
export const paletteShown = (): Palette => {
  const theme = root().dataset['theme'] ?? ''
  const palette = known.get(theme) ?? readPalette()
  known.set(theme, palette)
  return palette
}

/** The colours of the theme that the page really shows: a canvas has to be told, CSS is not enough for it. */
export const usePalette = (): Palette => useSyncExternalStore(subscribe, paletteShown)
