import type { CDPSession, Page } from 'playwright-core'

/** What a page holds on to at one moment, after everything that can go has gone. */
export interface Weight {
  /** Seconds since the desk was opened. */
  s: number
  heapBytes: number
  nodes: number
  listeners: number
  /** Facts of the ledger so far, and incidents that the desk keeps: the open ones and those of the last day. */
  facts: number
  incidents: number
}

export const openScales = async (page: Page): Promise<CDPSession> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  return session
}

const metricsOf = async (scales: CDPSession): Promise<Map<string, number>> => {
  // Twice: what the first one lets go of may hold something itself.
  await scales.send('HeapProfiler.collectGarbage')
  await scales.send('HeapProfiler.collectGarbage')
  const { metrics } = await scales.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

export const weigh = async (
  scales: CDPSession,
): Promise<Pick<Weight, 'heapBytes' | 'nodes' | 'listeners'>> => {
  const metrics = await metricsOf(scales)
  const of = (name: string): number => {
    const value = metrics.get(name)
    if (value === undefined) throw new Error(`the browser does not say ${name}`)
    return value
  }
  return { heapBytes: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') }
}
