import type { Look } from './desk.ts'

const sizes = {
  wall: { width: 1440, height: 900 },
  tablet: { width: 1100, height: 800 },
  phone: { width: 390, height: 844 },
} as const

/** Every size and theme in which the screens are drawn, by the name of its folder. */
export const looks: readonly (Look & { name: string })[] = (
  [
    ['wall', 'dark'],
    ['wall', 'light'],
    ['tablet', 'light'],
    ['tablet', 'dark'],
    ['phone', 'light'],
    ['phone', 'dark'],
  ] as const
).map(([size, colorScheme]) => {
  const viewport = sizes[size]
  return { name: `${viewport.width}x${viewport.height}-${colorScheme}`, viewport, colorScheme }
})
