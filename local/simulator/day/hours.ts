import { between, type Random } from '../random.ts'

/** Minutes since midnight WITA; `to` before `from`: until the next morning. */
interface Span {
  from: number
  to: number
}
/** When somebody is on duty, every day alike. */
export type Hours = readonly Span[]

const DAY_MIN = 24 * 60
const DAY_S = 24 * 3600
/** WITA, without daylight saving time. */
const OFFSET_MIN = 8 * 60
const EARLIER_OR_LATER_MIN = 45

/** Shifts of 100 drivers: mornings and evenings, when people ride, and those who keep the night. */
const shifts: readonly { of100: number; spans: readonly (readonly [fromHour: number, toHour: number])[] }[] =
  [
    { of100: 25, spans: [[5.5, 13.5]] },
    { of100: 22, spans: [[9, 17.5]] },
    { of100: 21, spans: [[13, 21.5]] },
    { of100: 22, spans: [[20.5, 5.5]] },
    {
      of100: 10,
      spans: [
        [6, 10],
        [16, 21],
      ],
    },
  ]

/** One person's hours: a shift, begun and ended a little earlier or later. Always two draws. */
export const drawHours = (random: Random): Hours => {
  let luck = random() * 100
  const shift = shifts.find(({ of100 }) => (luck -= of100) < 0) ?? shifts[0]
  const moved = between(random, -EARLIER_OR_LATER_MIN, EARLIER_OR_LATER_MIN)
  const clock = (hour: number) => (Math.round(hour * 60 + moved) + DAY_MIN) % DAY_MIN
  return (shift?.spans ?? []).map(([from, to]) => ({ from: clock(from), to: clock(to) }))
}

/** Minutes since midnight in Kupang. */
const minutesAt = (at: Date): number => (at.getTime() / 60_000 + OFFSET_MIN) % DAY_MIN

export const isAtWork = (hours: Hours, at: Date): boolean => {
  const now = minutesAt(at)
  return hours.some(({ from, to }) => (from < to ? now >= from && now < to : now >= from || now < to))
}

/** Seconds from `at` until he next goes on or off duty. */
export const secondsToChange = (hours: Hours, at: Date): number => {
  const now = minutesAt(at)
  const inMinutes = hours
    .flatMap(({ from, to }) => [from, to])
    .map((moment) => (moment - now + DAY_MIN) % DAY_MIN)
    .filter((minutes) => minutes > 0)
  return inMinutes.length === 0 ? DAY_S : Math.min(...inMinutes) * 60
}
