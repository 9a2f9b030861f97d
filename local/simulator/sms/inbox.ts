import type { Time } from '../time.ts'

export interface Received {
  at: string
  to: string
  text: string
  id: string
}

const MOST = 200

/** The phones of everybody without a platform, in one drawer: what the simulated gateway was given, the latest first. */
export const openInbox = (time: Time) => {
  const messages: Received[] = []
  return {
    /** The same message again (a repeated attempt) rings no phone twice. */
    take: (message: Omit<Received, 'at'>): void => {
      if (messages.some(({ id }) => id === message.id)) return
      messages.unshift({ at: time.now().toISOString(), ...message })
      messages.length = Math.min(messages.length, MOST)
    },
    all: (): readonly Received[] => messages,
  }
}
export type Inbox = ReturnType<typeof openInbox>
