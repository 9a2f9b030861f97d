import { Counter, Histogram } from 'prom-client'
import { createNumbers } from '#contracts/runtime/numbers.ts'
import type { Store } from '#contracts/store/store.ts'
import { type PartnerFault, partnerFaults } from './queries/partner-faults.ts'
import { type SystemFault, systemFaults } from './queries/system.ts'
import { type WatchFault, watchFaults } from './queries/watch-faults.ts'

/** Everything that can be wrong with the platform and that the screens alarm about. */
export const platformFaults = { ...systemFaults, ...partnerFaults, ...watchFaults }
export type PlatformFault = SystemFault | PartnerFault | WatchFault

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
  const faultsTold = new Counter({
    name: 'platform_faults_told_total',
    help: 'How often somebody who looked (a screen, /health/ready) was told that this is wrong with the platform.',
    labelNames: ['code'],
    registers: [registry],
  })
  // What was never told stands there too, at nothing.
  for (const code of Object.keys(platformFaults)) faultsTold.inc({ code }, 0)
  return {
    faultsTold: (faults: readonly { code: PlatformFault }[]): void => {
      for (const { code } of faults) faultsTold.inc({ code })
    },
    idReused: (): void => idsReused.inc(),
    observe: (labels: { method: string; route: string; status: number }, seconds: number): void =>
      requests.observe(labels, seconds),
    contentType: registry.contentType,
    text: (): Promise<string> => registry.metrics(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>
