import { Router } from 'express'

/** A street layer that the agency configured: raster tiles of a host of its choice. */
export interface StreetTiles {
  /** Address of a tile, with `{z}`, `{x}` and `{y}` in it. */
  url: string
  /** Who is to be named beside the map. */
  attribution: string
}

/** The host that browsers may fetch tiles from: exactly this one. */
export const originOf = ({ url }: StreetTiles): string => new URL(url.replaceAll(/[{}]/g, '')).origin

/** The configured street layer, for the map; 204 when there is none, and nothing outside is ever asked. */
export const streetsRouter = (streets: StreetTiles | null): Router => {
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/map/streets.json', (_req, res) => {
    res.set('cache-control', 'no-cache')
    if (streets === null) res.status(204).end()
    else res.json(streets)
  })
  return router
}
