const two = (value: number): string => String(value).padStart(2, '0')

/** Seconds as `06:12`, from an hour on as `1:06:12`. The sign is left to the caller. */
export const duration = (seconds: number): string => {
  const whole = Math.floor(Math.abs(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = `${two(minutes)}:${two(whole % 60)}`
  return hours === 0 ? rest : `${String(hours)}:${rest}`
}

/** How long ago, in the units that a person says. */
export type Ago = { unit: 'now' } | { unit: 'minutes' | 'hours' | 'days'; count: number }

export const agoOf = (seconds: number): Ago => {
  if (seconds < 60) return { unit: 'now' }
  if (seconds < 3600) return { unit: 'minutes', count: Math.floor(seconds / 60) }
  if (seconds < 86_400) return { unit: 'hours', count: Math.floor(seconds / 3600) }
  return { unit: 'days', count: Math.floor(seconds / 86_400) }
}
