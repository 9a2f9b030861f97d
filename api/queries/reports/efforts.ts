import type { Assignment, Incident } from '#contracts/domain/incident/state.ts'
import { earliest, type Instant } from '#contracts/domain/instant.ts'
import { witaTime } from '#contracts/wire/time.ts'

const arrivedAt = ({ times }: Assignment): Instant | null =>
  times.on_scene ?? times.working ?? times.completed ?? null

const since = (moments: readonly (Instant | null)[]): string => {
  const first = earliest(moments)
  return first === null ? '' : ` sejak pukul ${witaTime(first)}`
}

const team = (count: number): string => `${String(count)} relawan Top Ranger`

/** What agency and volunteers are doing, one sentence each, in the words of the situation report. */
export const effortsOf = (incident: Incident): string[] => {
  const { trc, assignments, offers, status } = incident
  const there = assignments.filter(({ state }) => state === 'on_scene' || state === 'working')
  const coming = assignments.filter(({ state }) => state === 'accepted' || state === 'en_route')
  const done = assignments.filter(({ state }) => state === 'completed')
  const isOver = status === 'closed'
  const trcThere = trc.arrivedAt !== null && !isOver
  const present = [...(trcThere ? ['TRC'] : []), ...(there.length > 0 ? [team(there.length)] : [])]
  const sentences = [
    isOver && trc.arrivedAt !== null && `TRC tiba di lokasi pukul ${witaTime(trc.arrivedAt)}.`,
    present.length > 0 &&
      `${present.join(' dan ')} berada di lokasi${since([trcThere ? trc.arrivedAt : null, ...there.map(arrivedAt)])}.`,
    trc.arrivedAt === null && trc.departedAt !== null && `TRC menuju lokasi${since([trc.departedAt])}.`,
    coming.length > 0 && `${team(coming.length)} menuju lokasi.`,
    done.length > 0 && `${team(done.length)} telah menyelesaikan tugas.`,
    offers.length > 0 && `Tugas ditawarkan kepada ${team(offers.length)}.`,
  ].filter((sentence) => typeof sentence === 'string')
  return sentences.length > 0 ? sentences : ['Belum ada pengerahan.']
}
