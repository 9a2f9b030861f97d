import { textsInForce, type Agreed } from '#contracts/domain/volunteer/agreements.ts'

interface Said {
  to: Agreed['to']
  version?: string | undefined
}

/** What was agreed to; without a version it was the text in force. */
export const agreedOf = (said: readonly Said[] = []): Agreed[] =>
  said.map(({ to, version }) => ({ to, version: version ?? textsInForce[to] }))
