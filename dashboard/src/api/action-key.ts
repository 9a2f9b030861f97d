/** Gives one action of a person one key: the same for the same input until it is settled. */
export interface ActionKeys {
  keyFor: (input: unknown) => string
  /** The server has decided; a next press is a new action. */
  settle: () => void
}

export const actionKeys = (newKey: () => string): ActionKeys => {
  let pending: { digest: string; key: string } | null = null
  return {
    keyFor: (input) => {
      const digest = JSON.stringify(input)
      if (pending?.digest !== digest) pending = { digest, key: newKey() }
      return pending.key
    },
    settle: () => {
      pending = null
    },
  }
}
