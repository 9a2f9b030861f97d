/** What was typed as a limit in hours: null for none, undefined for what is no whole number from 1 to 24. */
export const hoursOf = (typed: string): number | null | undefined => {
  const text = typed.trim()
  if (text === '') return null
  const hours = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return hours >= 1 && hours <= 24 ? hours : undefined
}
