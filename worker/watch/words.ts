import { indonesian } from '#contracts/wire/labels/id.ts'
import { witaTime } from '#contracts/wire/time.ts'
import type { Standing, What } from './standing.ts'

/** In plain letters and few: a longer text message is sent, and paid for, in parts. */
const kinds: Record<What, string> = {
  ...indonesian.alarm,
  forgotten: 'Kejadian tanpa tindak lanjut',
  late: 'Tindak lanjut terlambat',
  mongo_away: 'Basis data tidak menjawab',
  redis_away: 'Redis tidak menjawab',
  worker_silent: 'Proses latar tidak berjalan',
  api_silent: 'Server api diam',
  api_away: 'Sebagian server api diam',
  clock_skew: 'Jam server tidak tepat',
  gateway_away: 'Gateway pesan tidak menjawab',
}

const deadlines: Readonly<Record<string, string>> = indonesian.deadline

const nameOf = ({ what, detail }: Standing): string =>
  what === 'deadline' ? (deadlines[detail] ?? kinds.deadline) : kinds[what]

const whereOf = ({ number, area }: Standing): string =>
  [number, area]
    .filter((part) => part !== null)
    .map((part) => `, ${part}`)
    .join('')

const counts = (alarms: readonly Standing[]): string => {
  const of = new Map<What, number>()
  for (const { what } of alarms) of.set(what, (of.get(what) ?? 0) + 1)
  return [...of].map(([what, count]) => `${kinds[what]} ${count}`).join(', ')
}

/**
 * The words of one call, the worst alarm first: a number, a kelurahan and a time, nobody's name. `isReminder`: all of it was
 * said before. `more`: how many others there are. @throws RangeError when there is nothing to say
 */
export const callText = (alarms: readonly Standing[], isReminder: boolean, more: number): string => {
  const [first] = alarms
  if (first === undefined) throw new RangeError('there is nothing to say')
  const again = isReminder ? 'Belum ditandai dilihat: ' : ''
  const worst = `${nameOf(first)}${whereOf(first)}, sejak ${witaTime(first.since)}`
  const said =
    alarms.length === 1 ? worst : `${alarms.length} peringatan (${counts(alarms)}). Terberat: ${worst}`
  const others = more === 0 ? '' : ` Masih ada ${more} lagi.`
  return `Top Ranger: ${again}${said}.${others} Buka layar Peringatan.`
}
