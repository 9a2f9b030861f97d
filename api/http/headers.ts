import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { originOf, type StreetTiles } from './streets.ts'

const hostsOf = (streets: StreetTiles | null): string[] => (streets === null ? [] : [originOf(streets)])

/** Everything from ourselves, and the tiles from the one host that the agency configured; pictures may also be made in the browser, and styles set by script. */
export const directivesFor = (streets: StreetTiles | null) => ({
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:', ...hostsOf(streets)],
  'worker-src': ["'self'", 'blob:'],
  'connect-src': ["'self'", ...hostsOf(streets)],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
})

/** Headers that keep a browser from doing what nobody asked it to do. */
export const securityHeaders = ({
  localMode,
  mapStreets,
}: {
  localMode: boolean
  mapStreets: StreetTiles | null
}): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesFor(mapStreets) },
    // A local city has no TLS, and its browser should not remember otherwise.
    strictTransportSecurity: !localMode,
  })
