import { maskPhone } from '#contracts/store/texts.ts'

/** Fields of messages that tell of a person, and what is shown instead. */
const masks: Readonly<Record<string, (value: string) => string>> = {
  phone: maskPhone,
  displayName: (name) => `${name.slice(0, 1)}…`,
  plate: (plate) => `${plate.slice(0, 2)}…`,
  text: () => '…',
  note: () => '…',
  address: () => '…',
}

/** A message to be shown: the same shape, personal data masked, positions to the kilometre. */
export const masked = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(masked)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskedMember(key, member)]))
}

const maskedMember = (key: string, member: unknown): unknown => {
  if (typeof member === 'string') return masks[key]?.(member) ?? member
  if ((key === 'lat' || key === 'lng') && typeof member === 'number') return Number(member.toFixed(2))
  return masked(member)
}
