/** In how many minutes somebody is called back. */
export const callBackIn = [10, 30, 60, 120] as const

/** That many minutes after `now` (milliseconds), to the minute. */
export const inMinutes = (minutes: number, now: number): string =>
  new Date(Math.floor(now / 60_000) * 60_000 + minutes * 60_000).toISOString()
