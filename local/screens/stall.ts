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
