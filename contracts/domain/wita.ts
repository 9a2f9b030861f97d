/** Asia/Makassar has been UTC+8 without summer time since 1964: adding is exact, and needs no time-zone data. Apart from `instant.ts`, so that screens format times before they fetch the validator. */
export const WITA_MS = 8 * 3600 * 1000

/** The hour of the day in Kupang, 0 to 23, of a moment in ISO 8601. */
export const witaHour = (at: string): number => new Date(Date.parse(at) + WITA_MS).getUTCHours()
