import { connectLive, type Link } from '../../../dashboard/src/live/connect.ts'
import type { LiveCity } from '../../../dashboard/src/live/fold.ts'
import type { Frame, Lookers, PositionTick, Snapshot } from '#contracts/wire/live.ts'

/** A screen without a browser: the dashboard's own connection and fold. */
export interface Screen {
  city: () => LiveCity | null
  /** The last seq it has folded; 0 before the first snapshot. */
  seq: () => number
  link: () => Link
  /** Every change of the link, in order. */
  links: Link[]
  /** Every snapshot and frame, as they came. */
  heard: (Snapshot | Frame)[]
  /** From where it asked for everything again. */
  asked: (number | null)[]
  ticks: PositionTick[]
  farewells: string[]
  /** Who else looks, as it was told last. */
  lookers: () => Lookers | null
  look: (incidentId: string | null) => void
  watch: (tiles: string[]) => void
  renew: (token: string) => void
  close: () => void
}

export const openScreen = (url: string, token: () => Promise<string | null>): Screen => {
  let city: LiveCity | null = null
  let link: Link = 'connecting'
  const links: Link[] = []
  const heard: (Snapshot | Frame)[] = []
  const asked: (number | null)[] = []
  const ticks: PositionTick[] = []
  const farewells: string[] = []
  let lookers: Lookers | null = null
  const { watch, look, renew, close } = connectLive({
    url,
    token,
    changed: (nextCity, nextLink) => {
      city = nextCity
      if (nextLink !== link) links.push(nextLink)
      link = nextLink
    },
    received: (message) => heard.push(message),
    asking: (from) => asked.push(from),
    positions: (tick) => ticks.push(tick),
    lookers: (told) => {
      lookers = told
    },
    farewell: ({ why }) => farewells.push(why),
  })
  return {
    city: () => city,
    seq: () => city?.seq ?? 0,
    link: () => link,
    links,
    heard,
    asked,
    ticks,
    farewells,
    lookers: () => lookers,
    look,
    watch,
    renew,
    close,
  }
}

/** The facts that a screen was sent, in order of arrival. */
export const factsOf = ({ heard }: Screen) =>
  heard.flatMap((message) => ('facts' in message ? message.facts : []))

/** What a screen was told of one entity, message by message: for a failing test. */
export const storyOf = ({ heard }: Screen, id: string): string =>
  heard
    .map((message) => {
      if ('seq' in message) {
        const found = [...message.incidents, ...message.volunteers].find(({ state }) => state.id === id)
        return `snapshot ${message.seq}: ${found ? `version ${found.version}` : 'without it'}`
      }
      const mine = message.facts.filter(({ entityId }) => entityId === id)
      const told = mine.map(({ seq, version, type }) => `${seq} ${type} (version ${version})`)
      return `frame ${message.from}..${message.to}: ${told.join(', ')}`
    })
    .join('\n')

/**
 * What is wrong with the order in which a screen was told: nothing when each frame begins where the one before it ended, also over
 * a reconnection, and no fact came twice but those that it asked for again: a slow catching up may look like a hole. `all`: this role may see every fact, so that none is missing either.
 */
export const orderFaults = ({ heard, asked }: Screen, { all }: { all: boolean }): string[] => {
  const faults: string[] = []
  let at: number | null = null
  for (const message of heard) {
    if ('seq' in message) {
      at = message.seq
      continue
    }
    const { from, to, facts } = message
    if (at === null || (from !== at + 1 && !asked.includes(from - 1)))
      faults.push(`stood at ${at}, was told ${from}..${to}`)
    const seqs = facts.map(({ seq }) => seq)
    const isRising = seqs.every((seq, i) => seq > (seqs[i - 1] ?? from - 1) && seq <= to)
    if (!isRising) faults.push(`${from}..${to} held ${seqs.join()}`)
    if (all && seqs.length !== to - from + 1) faults.push(`${from}..${to} held ${seqs.length} facts only`)
    at = to
  }
  return faults
}
