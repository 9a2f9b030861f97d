import type { IncomingMessage, ServerResponse } from 'node:http'

const USUAL_MS = 10_000
/** Five megabytes at forty kilobytes a second. */
export const PHOTO_MS = 130_000

/** Photos of volunteers by their task link, and of staff by the api. */
const PHOTOS = /^(?:\/t\/[^/?]+\/photo|\/api\/v1\/incidents\/[^/?]+\/photos)$/

/** A photo may come over a thin line; nothing else that is sent here is large. */
const patienceFor = ({ url = '' }: IncomingMessage): number => (PHOTOS.test(url) ? PHOTO_MS : USUAL_MS)

/** Whoever drips his request for too long is told so and loses the connection. */
export const mustArriveInTime = (
  req: IncomingMessage,
  res: ServerResponse,
  patienceMs = patienceFor(req),
): void => {
  const timer = setTimeout(() => {
    if (req.complete) return
    if (!res.headersSent) res.writeHead(408, { connection: 'close' }).end()
    req.socket.destroySoon()
  }, patienceMs)
  const arrived = (): void => clearTimeout(timer)
  req.once('end', arrived)
  req.once('close', arrived)
}
