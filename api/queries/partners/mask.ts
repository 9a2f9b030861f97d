import { maskPhone } from '#contracts/store/texts.ts'

/** Stands for all of what is not shown. */
export const HIDDEN = '…'

/** Fields of messages that tell of a person, and what is shown instead. */
const masks = new Map<string, (value: string) => string>([
  ['phone', maskPhone],
  ['displayName', ([first = '']) => `${first}…`],
  ['plate', (plate) => `${plate.slice(0, 2)}…`],
  ['text', () => HIDDEN],
  ['note', () => HIDDEN],
  ['address', () => HIDDEN],
])

/** A message to be shown: the same shape, personal data masked, positions to the kilometre. */
export const masked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskedMember(key, member)]))
}

const maskedMember = (key: string, member: unknown): unknown => {
  const mask = masks.get(key)
  // Whoever sends a number as a number, or in a list, has written down the same person.
  if (mask !== undefined && member !== null && member !== HIDDEN)
    return typeof member === 'string' || typeof member === 'number' ? mask(String(member)) : HIDDEN
  if ((key === 'lat' || key === 'lng') && typeof member === 'number') return Number(member.toFixed(2))
  return masked(member)
}
