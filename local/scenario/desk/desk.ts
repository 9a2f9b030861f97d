import type { Logger } from 'pino'
import type { IncidentDetail, IncidentSummary } from '#contracts/wire/routes/views.ts'
import { type Client, Refused } from '../client.ts'
import type { Clock } from '../clock.ts'
import { atOnce } from '../at-once.ts'
import { luckOf } from '../luck.ts'
import { type Course, courseFor } from '../plan/course.ts'
import type { Deed } from './deed.ts'
import { doDeed } from './do-deed.ts'
import { nextDeed } from './next-deed.ts'

export interface DeskOptions {
  client: Client
  clock: Clock
  seed: number
  /** A name that no run before had: keys of deeds are built on it. */
  run: string
  idOf: (call: number) => string | null
  log: Logger
}

/** An incident that this desk looks after. */
interface File {
  course: Course
  detail: IncidentDetail
  refused: Set<Deed['kind']>
}

/** What drivers report is looked at like any other call; one in four is nothing. */
const OBSERVED = { falsePct: 25, referPct: 0, slots: [1, 2] } as const

/** The operators: they carry every incident of the scenario, and what drivers report, from the gate to its end. */
export const openDesk = ({ client, clock, seed, run, idOf, log }: DeskOptions) => {
  const files = new Map<string, File>()
  /** Somebody else's: whoever sits at the screens made it. */
  const foreign = new Set<string>()

  const adopt = async (id: string): Promise<void> => {
    const detail = await client.call('getIncident', { params: { id } })
    const { channel } = detail.incident
    if (channel !== 'relawan') foreign.add(id)
    else take(detail, courseFor(luckOf(seed, id), detail.incident, OBSERVED))
  }

  const take = (detail: IncidentDetail, course: Course): void => {
    files.set(detail.incident.id, { course, detail, refused: new Set() })
  }

  const look = async ({ id, version }: IncidentSummary): Promise<void> => {
    const file = files.get(id)
    if (file === undefined) return foreign.has(id) ? undefined : adopt(id)
    if (file.detail.version === version) return
    file.detail = await client.call('getIncident', { params: { id } })
    file.refused.clear()
  }

  const act = async ([id, file]: [string, File]): Promise<void> => {
    const { course, refused, detail } = file
    const deed = nextDeed({ incident: detail.incident, course, clock, idOf, refused })
    if (deed === null) return
    const { number } = detail.incident
    try {
      file.detail = await doDeed(client, id, deed, `${run}:${id}:${deed.kind}:${detail.version}`)
      refused.clear()
      log.info({ number, deed: deed.kind }, 'done')
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      // Somebody was faster, or it is not possible now: it is looked at again when it has changed.
      refused.add(deed.kind)
      log.info({ number, deed: deed.kind, code: error.code }, 'refused')
    }
  }

  return {
    take,
    /** Looks at everything open once and does what is due. */
    round: async (): Promise<void> => {
      const open = await openIncidents(client)
      const ids = new Set(open.map(({ id }) => id))
      for (const id of files.keys()) if (!ids.has(id)) files.delete(id)
      await atOnce(open, look)
      await atOnce([...files], act)
    },
    openFiles: () => files.size,
  }
}
export type Desk = ReturnType<typeof openDesk>

const PAGE = 200

const openIncidents = async (client: Client): Promise<IncidentSummary[]> => {
  const open: IncidentSummary[] = []
  let before: string | undefined
  do {
    const page = await client.call('listIncidents', {
      query: { status: 'open', limit: PAGE, ...(before === undefined ? {} : { before }) },
    })
    open.push(...page.incidents)
    before = page.next ?? undefined
  } while (before !== undefined)
  return open
}
