import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

const MIN_LENGTH = 12

/** Asks twice at the keyboard without showing what is typed. Throws when the two differ or are too short. */
export const askPassword = async (): Promise<string> => {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    process.stdout.write(`Password (at least ${MIN_LENGTH} characters): `)
    const first = await reader.question('')
    process.stdout.write('\nAgain: ')
    const second = await reader.question('')
    process.stdout.write('\n')
    if (first !== second) throw new Error('The two passwords differ; nothing was created.')
    if (first.length < MIN_LENGTH) throw new Error(`The password is shorter than ${MIN_LENGTH} characters.`)
    return first
  } finally {
    reader.close()
  }
}
