import type { City } from '../city/city.ts'
import { type Client, signInAll } from './client.ts'
import { readLedger } from './ledger.ts'
import { differencesOf, readReport } from './outside.ts'
import { dispatchAtOebufu, finish, followTwo, peopleOnDuty } from './story.ts'
import { tallyOf } from './tally.ts'
import { timelineOf } from './timeline.ts'
import { until } from './until.ts'
import { judge, type Verdict } from './verdict.ts'

export interface RunOptions {
  city: Pick<City, 'apiUrl' | 'simulatorUrl' | 'signIns' | 'processes'>
  /** Ends the worker right after the dispatch: the story must fail. */
  killWorker: boolean
  note: (line: string) => void
}

/** Who is asked first to do something; the others only for what he may not do. */
const ORDER = ['operator', 'supervisor', 'commander', 'admin']
/** Last answers may still be on their way. */
const PATIENCE_S = 15

/** The whole story, from a report to a closed incident, by HTTP, signed webhooks and public reads alone. */
export async function runStory({ city, killWorker, note }: RunOptions): Promise<Verdict> {
  const client = await signInAll(
    city.apiUrl,
    ORDER.flatMap((role) => city.signIns.find((signIn) => signIn.role === role) ?? []),
  )
  note(`${await peopleOnDuty(client, city.simulatorUrl)} relawan siaga.`)
  const id = await dispatchAtOebufu(client)
  note('Kejadian di Oebufu: dilaporkan, terverifikasi, dua sepeda motor dicari.')
  if (killWorker) city.processes.worker.kill('SIGKILL')
  try {
    await followTwo(client, id, note)
    await finish(client, id)
  } catch (error) {
    const gone = endedOf(city.processes).map((name) => `the ${name} process has ended`)
    await printTimeline(client, id, note).catch(() => note('Linimasa tidak dapat dibaca.'))
    return { ok: false, why: [sentenceOf(error), ...gone].join('; ') }
  }
  await printTimeline(client, id, note)
  return conclude(client, id, city.simulatorUrl)
}

export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const endedOf = (processes: City['processes']): string[] =>
  (['api', 'worker', 'simulator'] as const).filter(
    (name) => processes[name].exitCode !== null || processes[name].signalCode !== null,
  )

async function printTimeline(client: Client, id: string, note: (line: string) => void): Promise<void> {
  const detail = await client.call('getIncident', { params: { id } })
  const { facts } = await client.call('incidentFacts', { params: { id } })
  note(`Linimasa ${detail.incident.number}`)
  for (const line of timelineOf(facts, detail)) note(line)
}

/** Judges as soon as both sides tell the same story, or when they still differ after a while. */
async function conclude(client: Client, id: string, simulatorUrl: string): Promise<Verdict> {
  const patience = performance.now() + PATIENCE_S * 1000
  const { tally, report } = await until('both sides have told their story', 2 * PATIENCE_S, async () => {
    const { facts } = await client.call('incidentFacts', { params: { id } })
    const sides = { tally: tallyOf(facts), report: await readReport(simulatorUrl) }
    const agreed =
      differencesOf(sides.tally, sides.report).length === 0 && sides.report.unexpected.length === 0
    return agreed || performance.now() > patience ? sides : null
  })
  return judge(tally, await readLedger(client), report)
}
