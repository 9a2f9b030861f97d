import { type Instant, plusSeconds } from '#contracts/domain/instant.ts'
import type { StoredFact } from './documents.ts'

/** How far back offers count, and how far tasks: nothing counts for longer. */
export const ASKED_FOR_S = 24 * 3600
export const TOLD_FOR_S = 7 * 24 * 3600

/** What the ledger tells of each volunteer lately, by volunteer id. */
export interface Service {
  /** Offers in the last 24 hours. */
  asked: Map<string, number>
  /** Tasks in the last 7 days that were completed, or that ended when he had been on the scene. */
  served: Map<string, number>
  /** When his last task ended that he had gone out for. */
  lastTaskAt: Map<string, Instant>
}

export type Told = Pick<StoredFact, 'type' | 'at'> & {
  data: { volunteerId: string; assignmentId?: string; state?: string }
}

/** Ends of a task that tell nothing of how far he had come. */
const CUT_SHORT = ['assignment.stood_down', 'assignment.reassigned', 'assignment.released']
export const TASK_FACTS: readonly string[] = ['assignment.progressed', 'assignment.failed', ...CUT_SHORT]
export const ASKED = 'offer.created'

/** One task: when he was last told to be on his way and there, and how it ended (a late word may end it twice). */
interface Task {
  underWayAt: Instant
  thereAt: Instant
  ends: { at: Instant; how: string; volunteerId: string }[]
  lastAt: Instant
}

/** What has been told so far; only what is old leaves it. */
export interface ToldSoFar {
  /** By volunteer id: when he was asked, in ms, in order. */
  asked: Map<string, number[]>
  tasks: Map<string, Task>
}

export const nothingTold = (): ToldSoFar => ({ asked: new Map(), tasks: new Map() })

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** In order; what comes is nearly always the newest. */
const insert = (moments: number[], at: number): void => {
  let place = moments.length
  while (place > 0 && (moments[place - 1] ?? 0) > at) place -= 1
  moments.splice(place, 0, at)
}

const endOf = ({ type, data: { state } }: Told): string | null => {
  if (type !== 'assignment.progressed') return type
  return state === 'completed' ? state : null
}

const tellTask = (tasks: ToldSoFar['tasks'], fact: Told): void => {
  const { at, data } = fact
  const id = data.assignmentId ?? ''
  const task = tasks.get(id) ?? { underWayAt: '', thereAt: '', ends: [], lastAt: '' }
  tasks.set(id, task)
  task.lastAt = later(task.lastAt, at)
  if (data.state === 'en_route') task.underWayAt = later(task.underWayAt, at)
  if (data.state === 'on_scene' || data.state === 'working') task.thereAt = later(task.thereAt, at)
  const how = endOf(fact)
  if (how !== null) task.ends.push({ at, how, volunteerId: data.volunteerId })
}

/** Adds facts, each once, in any order. */
export const tell = (told: ToldSoFar, facts: readonly Told[]): void => {
  for (const fact of facts)
    if (fact.type === ASKED) {
      const moments = told.asked.get(fact.data.volunteerId) ?? []
      told.asked.set(fact.data.volunteerId, moments)
      insert(moments, Date.parse(fact.at))
    } else tellTask(told.tasks, fact)
}

/** Lets go of what will never count again. */
const letGo = (told: ToldSoFar, now: Instant, spareS: number): void => {
  const asked = Date.parse(now) - (ASKED_FOR_S + spareS) * 1000
  for (const [id, moments] of told.asked) {
    const kept = moments.findIndex((at) => at > asked)
    if (kept === -1) told.asked.delete(id)
    else if (kept > 0) moments.splice(0, kept)
  }
  const tasks = plusSeconds(now, -TOLD_FOR_S - spareS)
  for (const [id, { lastAt }] of told.tasks) if (lastAt <= tasks) told.tasks.delete(id)
}

const oneMore = (counts: Map<string, number>, id: string): void => {
  counts.set(id, (counts.get(id) ?? 0) + 1)
}

/**
 * What counts at a moment. A task counts as one that somebody had gone out for, after which he rests, when he finished or gave
 * it up for lost. Called home or replaced, it counts how far he had come: on his way he was out, on the scene he has served.
 * Whoever gives a task back himself has something behind him from the scene on.
 */
export const serviceAt = (told: ToldSoFar, now: Instant, spareS = 0): Service => {
  letGo(told, now, spareS)
  const service: Service = { asked: new Map(), served: new Map(), lastTaskAt: new Map() }
  const asked = Date.parse(now) - ASKED_FOR_S * 1000
  for (const [id, moments] of told.asked) {
    const first = moments.findIndex((at) => at > asked)
    if (first !== -1) service.asked.set(id, moments.length - first)
  }
  const since = plusSeconds(now, -TOLD_FOR_S)
  for (const { underWayAt, thereAt, ends } of told.tasks.values())
    for (const { at, how, volunteerId } of ends) {
      if (at <= since) continue
      const isCut = CUT_SHORT.includes(how)
      const wasThere = thereAt > since
      const wasOut = wasThere || (how !== 'assignment.released' && underWayAt > since)
      if (how === 'completed' || (isCut && wasThere)) oneMore(service.served, volunteerId)
      if (isCut && !wasOut) continue
      service.lastTaskAt.set(volunteerId, later(service.lastTaskAt.get(volunteerId) ?? '', at))
    }
  return service
}
