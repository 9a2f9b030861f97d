import type { Streets } from '#contracts/wire/streets.ts'
import type { Drawn, Look } from './drawn.ts'
import { rasterStreets } from './raster.ts'
import type { Read } from './read.ts'

/** Whatever is configured, as the map takes it. Rejects when it cannot be read. */
export const loadStreets = async (
  streets: Streets,
  look: Look,
  read: Read,
  signal: AbortSignal,
): Promise<Drawn> => {
  const { kind, url } = streets
  if (kind === 'tiles') return rasterStreets(url, look)
  if (kind === 'pmtiles') return (await import('./archive.ts')).archiveStreets(url, read, look)
  const { fetchedStyle, styleStreets } = await import('./agency-style.ts')
  const isOurs = url.startsWith('/')
  const found = await fetchedStyle(url, (address) =>
    isOurs ? read(address, {}, signal) : fetch(address, { signal, credentials: 'omit' }),
  )
  return styleStreets(found, streets.origins, look)
}
