import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'

/**
 * Numbers of a process for the operations room, in a registry of their own (several worlds live in one test process): what Node
 * tells of itself, and what only happens sometimes. `counts`: since the start, by name.
 */
export const createNumbers = (counts: () => Record<string, number>): Registry => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const sometimes = new Gauge({
    name: 'store_sometimes',
    help: 'What only happens sometimes, since the start: lost races, repeated operations, collisions.',
    labelNames: ['what'],
    registers: [registry],
    collect: () => {
      for (const [what, count] of Object.entries(counts())) sometimes.set({ what }, count)
    },
  })
  return registry
}
