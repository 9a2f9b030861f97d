import { Counter, Histogram } from 'prom-client'
import { createNumbers } from '#contracts/runtime/numbers.ts'
import type { Store } from '#contracts/store/store.ts'

/** Numbers of the api for the operations room. */
export const createMetrics = (store: Pick<Store, 'counts'>) => {
  const registry = createNumbers(store.counts)
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route template.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const idsReused = new Counter({
    name: 'ids_reused_total',
    help: 'Requests refused because their webhook-id or Idempotency-Key had come with another body before.',
    registers: [registry],
  })
  return {
    idReused: (): void => idsReused.inc(),
    observe: (labels: { method: string; route: string; status: number }, seconds: number): void =>
      requests.observe(labels, seconds),
    contentType: registry.contentType,
    text: (): Promise<string> => registry.metrics(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
