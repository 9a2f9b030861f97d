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

/** Screens at both processes; `flap` opens one more and closes it, as people do. */
export const createScreens = (apis: readonly string[], token: (role: string) => string) => {
  const [first = '', second = ''] = apis
  const lasting = [
    openScreen('supervisor', first, () => token('supervisor')),
    openScreen('commander', second, () => token('commander')),
  ]
  let passing: ReturnType<typeof openScreen> | null = null
  return {
    flap: (side: number): void => {
      passing?.close()
      passing =
        passing === null
          ? openScreen('supervisor', side === 0 ? first : second, () => token('supervisor'))
          : null
    },
    /** What the lasting ones show. */
    shown: (): Shown[] => lasting.map(({ role, city }) => shown(role, city())),
    close: (): void => {
      passing?.close()
      for (const screen of lasting) screen.close()
    },
  }
}
