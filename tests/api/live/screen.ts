import { connectLive, type Link } from '../../../dashboard/src/live/connect.ts'
import type { LiveCity } from '../../../dashboard/src/live/fold.ts'
import type { PositionTick } from '#contracts/wire/live.ts'

/** A screen without a browser: the dashboard's own connection and fold. */
export interface Screen {
  city: () => LiveCity | null
  link: () => Link
  links: Link[]
  ticks: PositionTick[]
  farewells: string[]
  watch: (tiles: string[]) => void
  close: () => void
}

export const openScreen = (url: string, token: () => Promise<string | null>): Screen => {
  let city: LiveCity | null = null
  let link: Link = 'connecting'
  const links: Link[] = []
  const ticks: PositionTick[] = []
  const farewells: string[] = []
  const live = connectLive({
    url,
    token,
    changed: (nextCity, nextLink) => {
      city = nextCity
      if (nextLink !== link) links.push(nextLink)
      link = nextLink
    },
    positions: (tick) => ticks.push(tick),
    farewell: ({ why }) => farewells.push(why),
  })
  return { city: () => city, link: () => link, links, ticks, farewells, watch: live.watch, close: live.close }
}
