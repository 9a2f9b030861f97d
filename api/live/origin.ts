import type { IncomingMessage } from 'node:http'

/** CORS does not guard websockets: a browser must come from our own address. Tools without a browser send no Origin. */
export const isFromUs = (req: IncomingMessage, publicUrl: string): boolean => {
  const { origin, host } = req.headers
  if (origin === undefined) return true
  return origin === new URL(publicUrl).origin || origin === `http://${host}` || origin === `https://${host}`
}
