import type { Link } from '../../live/connect.ts'
import type { Catalogue } from '../../text/catalogue.ts'

/** What the bar says of a connection that was last heard then (`null`: never); null: nothing, it shows the present or is about to. */
export const linkSaying = (
  link: Link,
  heardAt: number | null,
  words: Pick<Catalogue['frame'], 'cutBar' | 'neverBar' | 'behindBar'>,
  clock: (moment: number) => string,
): string | null => {
  if (link === 'live' || link === 'connecting') return null
  if (link === 'behind') return words.behindBar
  return heardAt === null ? words.neverBar : words.cutBar(clock(heardAt))
}
