import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { launch, goTo, openDesk, signInAtDesk } from '../screens/desk.ts'
import { openList } from '../screens/scenes/open.ts'
import { openStage, type Stage } from '../screens/stage.ts'
import { snapshotOf } from '../screens/snapshot.ts'
import { findChromium } from '../servers/chromium.ts'
import { soakOptions, usage, type SoakOptions } from './options.ts'
import { verdictLines, verdictOf } from './verdict.ts'
import { openScales, weigh, type Weight } from './weigh.ts'

const round = ['/peta', '/relawan', '/komando', '/peringatan', '/kejadian'] as const

/** As an operator does through a shift: page after page, a file now and then, and back to the list. */
const walk = async (page: Page, stage: Stage): Promise<void> => {
  for (const path of round) {
    await goTo(page, path)
    await pause(1500)
  }
  const { incidents } = await stage.client.call('listIncidents', { query: { status: 'open', limit: 1 } })
  const [first] = incidents
  if (first) {
    await goTo(page, `/kejadian/${first.id}`)
    await page.getByRole('article').getByRole('heading', { level: 2 }).waitFor()
  }
  await openList(page)
}

const MB = 1024 * 1024
const lineOf = ({ s, heapBytes, nodes, rows, rowNodes, listeners, facts, incidents }: Weight): string =>
  `${String(s).padStart(5)} s  ${(heapBytes / MB).toFixed(1).padStart(6)} MB  ${String(nodes - rowNodes).padStart(6)} nodes and ${String(rowNodes).padStart(5)} in ${String(rows).padStart(3)} rows  ${String(listeners).padStart(5)} listeners  ${String(facts).padStart(6)} facts  ${String(incidents).padStart(4)} incidents kept`

const play = async (stage: Stage, options: SoakOptions, chromium: string): Promise<Weight[]> => {
  const browser = await launch(chromium)
  const { page, complaints } = await openDesk(browser, stage.url)
  await signInAtDesk(page, stage.user)
  const scales = await openScales(page)
  const weights: Weight[] = []
  const beganAt = performance.now()
  const seconds = (): number => Math.round((performance.now() - beganAt) / 1000)
  while (seconds() < options.minutes * 60) {
    const next = performance.now() + options.everyS * 1000
    await walk(page, stage)
    await pause(Math.max(0, next - performance.now()))
    const { incidents, seq } = await snapshotOf(stage.url, stage.client.token())
    const weight = { s: seconds(), ...(await weigh(scales)), facts: seq, incidents: incidents.length }
    weights.push(weight)
    if (!options.json) console.log(lineOf(weight))
  }
  await browser.close()
  if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`)
  return weights
}

/** `npm run soak`: 0 when the desk stayed as it was through the day, 1 when it grew, 2 when it could not be seen. */
const main = async (): Promise<number> => {
  const options = soakOptions(process.argv.slice(2))
  if (options.help) {
    console.log(usage)
    return 0
  }
  const note = (line: string): void => (options.json ? undefined : console.log(line))
  const chromium = await findChromium(note)
  if ('missing' in chromium) throw new Error(chromium.missing)
  const stage = await openStage({ url: null, played: options.played }, note)
  let good = false
  try {
    const weights = await play(stage, options, chromium.path)
    const verdict = verdictOf(weights)
    good = verdict.ok
    if (options.json) console.log(JSON.stringify({ ...verdict, played: options.played, weights }))
    else for (const line of verdictLines(verdict)) console.log(line)
    return good ? 0 : 1
  } finally {
    await stage.end(good)
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error)
    process.exit(2)
  },
)
