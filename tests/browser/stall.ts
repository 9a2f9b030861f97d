import type { Page, WebSocketRoute } from 'playwright-core'
import { LIVE_PATH } from '#contracts/wire/live.ts'

/** A live connection that can stall: what either side says is held back while it does, and then arrives in order. */
export const stallable = async (page: Page) => {
  let stalled = false
  let held: (() => void)[] = []
  const pass = (say: () => void): void => {
    if (stalled) held.push(say)
    else say()
  }
  await page.routeWebSocket(
    ({ pathname }) => pathname.startsWith(LIVE_PATH),
    (screen: WebSocketRoute) => {
      const server = screen.connectToServer()
      screen.onMessage((message) => pass(() => server.send(message)))
      server.onMessage((message) => pass(() => screen.send(message)))
    },
  )
  return {
    stall: (): void => {
      stalled = true
    },
    flow: (): void => {
      stalled = false
      const waiting = held
      held = []
      for (const say of waiting) say()
    },
  }
}

/** The calls of the api that read the city, noted from now on. */
export const readingsOf = (page: Page): string[] => {
  const readings: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/')) readings.push(pathname)
  })
  return readings
}
