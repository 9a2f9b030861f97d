import type { Request } from 'express'
import type { SettledConfig } from '../context.ts'
import { Trouble } from '../trouble.ts'

/**
 * The cookie is the browser's word, not the person's: a page of another origin must not use it. Programs that are no
 * browsers send no Origin. Our own origin is the public one, or the host that was asked (127.0.0.1 for localhost).
 * @throws Trouble `forbidden`
 */
export const mustBeOwnOrigin = (req: Request, { publicUrl }: Pick<SettledConfig, 'publicUrl'>): void => {
  const { origin, host } = req.headers
  if (origin === undefined || origin === new URL(publicUrl).origin) return
  const stated = URL.canParse(origin) ? new URL(origin).host : null
  if (stated === null || stated !== host) throw new Trouble('forbidden')
}
