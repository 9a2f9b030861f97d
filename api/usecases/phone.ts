import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { invalid } from '../trouble.ts'

const E164 = /^\+[1-9]\d{6,14}$/

/** The number in E.164 as a person in Indonesia writes it, or null when it is none. */
export const toE164 = (typed: string): string | null => {
  const parsed = parsePhoneNumberFromString(typed, 'ID')
  // The library lets numbers pass that are longer than any network knows.
  return parsed?.isPossible() && E164.test(parsed.number) ? parsed.number : null
}

/** @throws Trouble `invalid` when it is no phone number */
export const mustBePhone = (path: string, typed: string): string => {
  const phone = toE164(typed)
  if (phone === null) throw invalid(path, 'is no phone number')
  return phone
}
