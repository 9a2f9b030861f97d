import { readFileSync } from 'node:fs'
import { Router } from 'express'
import { z } from 'zod'
import { ConfigError } from '#contracts/runtime/env.ts'

const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], z.number())
const Ring = z.array(Position).min(4)
const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) })
const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring).min(1)).min(1),
})

/** What the map reads of a boundaries file: an area per kelurahan with its Kemendagri code; the rest is not passed on. */
const Boundaries = z.object({
  type: z.literal('FeatureCollection'),
  /** Who is to be named beside the map. */
  attribution: z.string().max(200).optional(),
  licence: z.string().max(200).optional(),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.object({ code: z.string(), name: z.string(), kecamatan: z.string() }),
        geometry: z.discriminatedUnion('type', [Polygon, MultiPolygon]),
      }),
    )
    .min(1),
})

const readBoundaries = (path: string) => {
  let text: unknown
  try {
    text = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new ConfigError([`MAP_BOUNDARIES: ${cause instanceof Error ? cause.message : 'cannot be read'}`])
  }
  const { success, data, error } = Boundaries.safeParse(text)
  if (success) return { ...data, attribution: data.attribution ?? data.licence }
  const { path: where, message } = error.issues[0] ?? { path: [], message: 'not understood' }
  throw new ConfigError([`MAP_BOUNDARIES: at ${where.join('.')}: ${message}`])
}

/**
 * The boundaries of the kelurahan that the agency configured, for the map; 204 when it configured none, and the map
 * keeps its estimate. `path` is a GeoJSON file, read once. @throws ConfigError when it cannot be read or is no such file
 */
export const boundariesRouter = (path: string | null): Router => {
  const body = path === null ? null : JSON.stringify(readBoundaries(path))
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/map/boundaries.geojson', (_req, res) => {
    res.set('cache-control', 'no-cache')
    if (body === null) res.status(204).end()
    else res.type('application/geo+json').send(body)
  })
  return router
}
