import { Router, type RequestHandler, type Response } from 'express'
import type { Context } from '../../context.ts'
import { authenticate } from '../authenticate.ts'
import { sendArchive } from './archive.ts'
import { ARCHIVE, STYLE, type OpenStreets } from './open.ts'

/** The configured streets, for the map; 204 when there are none. What lies on this machine is for who is signed in. */
export const streetsRouter = (context: Context, { told, archive, style }: OpenStreets): Router => {
  const signedIn =
    (answer: (res: Response) => Promise<void> | void): RequestHandler =>
    async (req, res) => {
      await authenticate(context, req)
      await answer(res)
    }
  const router = Router({ caseSensitive: true, strict: true })
  router.get('/map/streets.json', (_req, res) => {
    res.set('cache-control', 'no-cache')
    if (told === null) res.status(204).end()
    else res.json(told)
  })
  if (archive !== null)
    router.get(
      ARCHIVE,
      signedIn((res) => sendArchive(archive, res)),
    )
  if (style !== null)
    router.get(
      STYLE,
      signedIn((res) => void res.set('cache-control', 'private, no-store').json(style)),
    )
  return router
}
