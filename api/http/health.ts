import { Router } from 'express'
import type { Context } from '../context.ts'
import { isFatal, lookForFaults, systemFaults } from '../queries/system.ts'

/** For those who run the platform: is it alive, may it take work, what does it measure. No personal data in any of it. */
export const healthRouter = (context: Context): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/health/live', (_req, res) => {
    res.json({ live: true })
  })
  // 503 only when intake is impossible: without Redis or a worker reports are still taken and kept.
  router.get('/health/ready', async (_req, res) => {
    const faults = await lookForFaults(context)
    context.metrics.faultsTold(faults)
    const ready = !faults.some(({ code }) => isFatal(code))
    res
      .status(ready ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ready, faults: faults.map((fault) => ({ ...fault, says: systemFaults[fault.code] })) })
  })
  router.get('/metrics', async (_req, res) => {
    res.type(context.metrics.contentType).send(await context.metrics.text())
  })
  return router
}
