import type { Browser, CDPSession } from 'playwright-core'
import type { Bench, Side } from './page.ts'

export interface Workload {
  movers: number
  seed: number
  /** How long everybody moves, for each side of each pair. */
  ms: number
}

export interface Measured {
  /** Times that everybody was moved, which is once for each frame that the page was asked for. */
  moves: number
  /** Frames that the compositor drew (trace events `DrawFrame` of the page). */
  drawn: number
  seconds: number
  /** CPU of the page's main thread, by the browser's own count: in scripts, and in all tasks (scripts, style, layout, paint). */
  scriptMs: number
  taskMs: number
  /** CPU of all processes and threads of the browser. */
  allMs: number
}

type Parts = ReturnType<Bench['parts']>

const WARM_MS = 1_000

const counted = async (cdp: CDPSession) => {
  const { metrics } = await cdp.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { at: of('Timestamp'), script: of('ScriptDuration'), task: of('TaskDuration') }
}

const allOf = async (cdp: CDPSession): Promise<number> => {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

const drawnIn = (trace: Buffer): number => {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: { name: string }[] }
  return traceEvents.filter(({ name }) => name === 'DrawFrame').length
}

/** Opens the page with one side and lets everybody move. */
export const measure = async (
  browser: Browser,
  url: string,
  side: Side,
  { movers, seed, ms }: Workload,
): Promise<{ measured: Measured; parts: Parts }> => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(0)
  try {
    await page.goto(url)
    await page.evaluate(([kind, count, start]) => window.bench.open(kind, count, start), [
      side,
      movers,
      seed,
    ] as const)
    const cdp = await page.context().newCDPSession(page)
    const whole = await browser.newBrowserCDPSession()
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    // What is slow once only is not what is measured: compiling, first placing of words.
    await page.evaluate((time) => window.bench.run(time), WARM_MS)
    await browser.startTracing(page, {
      categories: ['devtools.timeline.frame', 'disabled-by-default-devtools.timeline.frame'],
    })
    const [before, allBefore] = [await counted(cdp), await allOf(whole)]
    const started = performance.now()
    const moves = await page.evaluate((time) => window.bench.run(time), ms)
    const seconds = (performance.now() - started) / 1000
    const [after, allAfter] = [await counted(cdp), await allOf(whole)]
    const drawn = drawnIn(await browser.stopTracing())
    const parts = await page.evaluate(() => window.bench.parts())
    return {
      measured: {
        moves,
        drawn,
        seconds,
        scriptMs: (after.script - before.script) * 1000,
        taskMs: (after.task - before.task) * 1000,
        allMs: (allAfter - allBefore) * 1000,
      },
      parts,
    }
  } finally {
    await page.close()
  }
}
