import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Everything from ourselves; pictures may also be made in the browser, and styles set by script. */
const directives = {
  'default-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'worker-src': ["'self'", 'blob:'],
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
}

/** Headers that keep a browser from doing what nobody asked it to do. */
export const securityHeaders = ({ localMode }: { localMode: boolean }): RequestHandler =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    // A local city has no TLS, and its browser should not remember otherwise.
    strictTransportSecurity: !localMode,
  })
