import type { Mutation, MutationCache } from '@tanstack/react-query'

/** An action that failed when nothing on the screen showed it any more. */
export interface Unheard {
  id: number
  /** The route that was called; null: an action that has no name. */
  act: string | null
  incidentId: string | null
  error: Error
}

const textIn = (value: unknown, name: string): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : null
}

const incidentOf = (variables: unknown): string | null => {
  if (typeof variables !== 'object' || variables === null || !('params' in variables)) return null
  const id = textIn(variables.params, 'id')
  return id?.startsWith('inc_') ? id : null
}

/** Tells of every action that fails after whoever began it has gone from the screen. Returns what ends it. */
export const watchUnheard = (mutations: MutationCache, tell: (unheard: Unheard) => void): (() => void) => {
  const listening = new Map<Mutation, number>()
  return mutations.subscribe((event) => {
    const { mutation, type } = event
    if (mutation === undefined) return
    const count = listening.get(mutation) ?? 0
    if (type === 'observerAdded') listening.set(mutation, count + 1)
    if (type === 'observerRemoved') listening.set(mutation, count - 1)
    if (type === 'removed') listening.delete(mutation)
    if (type !== 'updated' || event.action.type !== 'error' || count > 0) return
    tell({
      id: mutation.mutationId,
      act: textIn(mutation.meta, 'act'),
      incidentId: incidentOf(mutation.state.variables),
      error: event.action.error,
    })
  })
}
