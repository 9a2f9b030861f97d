import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Everything from ourselves, and streets from the hosts that the agency configured; pictures may also be made in the browser, and styles set by script. */
export const directivesFor = (streetHosts: readonly string[]) => ({
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:', ...streetHosts],
  'worker-src': ["'self'", 'blob:'],
  'connect-src': ["'self'", ...streetHosts],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
})

interface Options {
  localMode: boolean
  /** The hosts that streets come from: `https://host:8443`. */
  streetHosts: readonly string[]
}

/** Headers that keep a browser from doing what nobody asked it to do. */
export const securityHeaders = ({ localMode, streetHosts }: Options): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directivesFor(streetHosts) },
    // A local city has no TLS, and its browser should not remember otherwise.
    strictTransportSecurity: !localMode,
  })
