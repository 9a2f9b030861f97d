/** The server's time, told by the `Date` header of its answers: a desk whose own clock is wrong still counts down rightly. */
export interface ServerClock {
  /** Milliseconds since 1970 by the server's clock. */
  now: () => number
  /** The same moment by the server's clock, for a moment by this device's. */
  at: (own: number) => number
  observe: (response: Response, sentAt: number) => void
}

/** A header in whole seconds says nothing about an offset smaller than this. */
const TRUSTED_MS = 2000

export const createServerClock = (own: () => number): ServerClock => {
  let offset = 0
  return {
    now: () => own() + offset,
    at: (moment) => moment + offset,
    observe: (response, sentAt) => {
      const header = response.headers.get('date')
      if (header === null) return
      const seen = Date.parse(header) + 500 - (sentAt + own()) / 2
      if (Number.isNaN(seen)) return
      if (Math.abs(seen - offset) > TRUSTED_MS) offset = Math.abs(seen) > TRUSTED_MS ? seen : 0
    },
  }
}
