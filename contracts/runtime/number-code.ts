import { createHmac } from 'node:crypto'

/**
 * Digits that a person can read aloud or type, following from a name under the server's key: nothing of them need be
 * stored, and without the key nobody can work them out. `digits` 1 to 9.
 */
export const numberCode = (serverKey: string, name: string, digits: number): string => {
  // Six bytes: the small numbers come up one part in millions more often than the large ones.
  const value = createHmac('sha256', serverKey).update(`number:${name}`).digest().readUIntBE(0, 6)
  return String(value % 10 ** digits).padStart(digits, '0')
}
