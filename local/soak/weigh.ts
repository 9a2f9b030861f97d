import type { CDPSession, Page } from 'playwright-core'

export interface Scales {
  page: Page
  session: CDPSession
}

/** What a page holds on to at one moment, after everything that can go has gone. */
export interface Weight {
  /** Seconds since the desk was opened. */
  s: number
  heapBytes: number
  nodes: number
  /** Rows of the list as they stand in the page, and the nodes they consist of: an incident more is a row more. */
  rows: number
  rowNodes: number
  listeners: number
  /** Facts of the ledger so far, and incidents that the desk keeps: the open ones and those of the last day. */
  facts: number
  incidents: number
}

export const openScales = async (page: Page): Promise<Scales> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.enable')
  return { page, session }
}

const metricsOf = async ({ session }: Scales): Promise<Map<string, number>> => {
  // Twice: what the first one lets go of may hold something itself.
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  return new Map(metrics.map(({ name, value }) => [name, value]))
}

/** Only what is shown: a row that left the page and is still held counts among what is beside the rows. */
const rowsOf = (page: Page): Promise<Pick<Weight, 'rows' | 'rowNodes'>> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('li:has(> [data-incident])')]
    let rowNodes = rows.length
    for (const walker of rows.map((row) => document.createTreeWalker(row)))
      while (walker.nextNode() !== null) rowNodes += 1
    return { rows: rows.length, rowNodes }
  })

export const weigh = async (scales: Scales): Promise<Omit<Weight, 's' | 'facts' | 'incidents'>> => {
  const metrics = await metricsOf(scales)
  const of = (name: string): number => {
    const value = metrics.get(name)
    if (value === undefined) throw new Error(`the browser does not say ${name}`)
    return value
  }
  return {
    heapBytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    ...(await rowsOf(scales.page)),
    listeners: of('JSEventListeners'),
  }
}
