export { duration } from '#contracts/wire/time.ts'

/** How long ago, in the units that a person says. */
export type Ago = { unit: 'now' } | { unit: 'minutes' | 'hours' | 'days'; count: number }

export const agoOf = (seconds: number): Ago => {
  if (seconds < 60) return { unit: 'now' }
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) }
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3600) }
  return { unit: 'days', count: Math.floor(seconds / 86_400) }
}
