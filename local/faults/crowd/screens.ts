import { createHash } from 'node:crypto'
import { connectLive } from '../../../dashboard/src/live/connect.ts'
import type { Folded, LiveCity } from '../../../dashboard/src/live/fold.ts'
import type { Shown } from './place.ts'

/** Keys in order, so that equal states have equal digests. */
const digestOf = (state: unknown): string => {
  const sorted = JSON.stringify(state, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(sorted).digest('hex')
}

const shown = (role: string, city: LiveCity | null): Shown => {
  const all: [string, Folded<unknown>][] = city === null ? [] : [...city.incidents, ...city.volunteers]
  return {
    role,
    seq: city?.seq ?? 0,
    entities: Object.fromEntries(all.map(([id, { version, state }]) => [id, [version, digestOf(state)]])),
  }
}

/** One screen of the control room: the dashboard's own connection and fold, without a browser. */
const openScreen = (role: string, url: string, token: () => string) => {
  let city: LiveCity | null = null
  const { close } = connectLive({
    url,
    token: async () => token(),
    changed: (next) => {
      city = next
    },
  })
  return { close, role, city: () => city }
}

/** Of the screens that come and go, so many are open. */
const PASSING = 3

/** Screens at both processes; `flap` opens one more and closes the oldest of those, as people do. */
export const createScreens = (apis: readonly string[], token: (role: string) => string) => {
  const [first = '', second = ''] = apis
  const lasting = [
    openScreen('supervisor', first, () => token('supervisor')),
    openScreen('commander', second, () => token('commander')),
  ]
  const passing: ReturnType<typeof openScreen>[] = []
  return {
    flap: (side: number): void => {
      passing.push(openScreen('supervisor', side === 0 ? first : second, () => token('supervisor')))
      if (passing.length > PASSING) passing.shift()?.close()
    },
    /** What they all show; those that come and go were opened in the middle of it. */
    shown: (): Shown[] => [...lasting, ...passing].map(({ role, city }) => shown(role, city())),
    close: (): void => {
      for (const screen of [...lasting, ...passing]) screen.close()
    },
  }
}
