import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import type { Delivery } from '#contracts/store/documents.ts'
import { nextProbe } from '../../../worker/delivery/circuit.ts'
import { openEndpoint } from '../endpoint.ts'

import { type Desk, openDesk } from './desk.ts'
import { setUrl } from './set-url.ts'
import { offsetsOf } from './stepped.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => desk.close())

const stateOf = () => desk.ctx.endpoints.read(desk.partner.id, desk.endpoint.url)
const sent = (): number => desk.endpoint.received.length

/** Five messages in a row found the endpoint sick. */
const sicken = async (): Promise<Delivery[]> => {
  desk.endpoint.alwaysReply(500)
  const letters = await desk.letters(5)
  for (const letter of letters) await desk.attempt(letter)
  desk.endpoint.received.length = 0
  return letters
}

describe('the patient schedule', () => {
  it('is kept to the second, for twelve hours, and every attempt is really made', async () => {
    desk.endpoint.alwaysReply(500)
    const letter = await desk.tryOut(await desk.letter())
    expect(letter.state).toBe('dead')
    expect(offsetsOf(letter.attempts)).toEqual([0, 5, 30, 120, 600, 3600, 10_800, 43_200])
    expect(sent()).toBe(8)
  })

  it('is kept also while the circuit is open; then attempts are recorded and not made, but for the last', async () => {
    await sicken()
    const letter = await desk.letter()
    // Somebody else's probe is always under way.
    const busy = async () => desk.ctx.endpoints.open(desk.partner.id, desk.endpoint.url, desk.inS(99_999))
    await busy()
    const tried = await desk.tryOut(letter)
    expect(offsetsOf(tried.attempts)).toEqual([0, 5, 30, 120, 600, 3600, 10_800, 43_200])
    expect(await desk.errorsOf(letter)).toEqual([...Array<string>(7).fill('circuit_open'), 'http_500'])
    expect(sent()).toBe(1)
  })
})

describe('the circuit', () => {
  it('opens after five failures in a row, of whatever messages', async () => {
    desk.endpoint.alwaysReply(500)
    const letters = await desk.letters(4)
    for (const letter of letters) await desk.attempt(letter)
    expect(await stateOf()).toMatchObject({ failures: 4, probeAt: null, lastError: 'http_500' })
    await desk.attempt(await desk.letter())
    expect(await stateOf()).toMatchObject({ failures: 5, probeAt: desk.inS(10) })
    expect(sent()).toBe(5)
    const kept = await desk.attempt(await desk.letter())
    expect(kept).toMatchObject({ state: 'pending', heldBack: true, nextAt: desk.inS(5) })
    expect(kept.attempts).toMatchObject([{ status: null, error: 'circuit_open' }])
    expect(sent()).toBe(5)
  })

  it('never keeps back what is urgent', async () => {
    await sicken()
    const urgent = await Promise.all(
      (['offer.created', 'offer.withdrawn', 'assignment.stood_down'] as const).map((type) =>
        desk.letter({ type }),
      ),
    )
    for (const letter of urgent) await desk.attempt(letter)
    expect(sent()).toBe(3)
    for (const letter of urgent) expect(await desk.errorsOf(letter)).toEqual(['http_500'])
  })

  it('lets one message probe when it is time, however many are due', async () => {
    await sicken()
    desk.clock.advance(10)
    const letters = await desk.letters(10)
    await Promise.all(letters.map((letter) => desk.attempt(letter)))
    expect(sent()).toBe(1)
    const errors = await Promise.all(letters.map(desk.errorsOf))
    expect(errors.flat().filter((error) => error === 'circuit_open')).toHaveLength(9)
  })

  it('closes when the endpoint takes a message, and what it kept back is tried at once', async () => {
    await sicken()
    const kept = await desk.letters(3)
    for (const letter of kept) await desk.attempt(letter)
    expect(sent()).toBe(0)
    desk.clock.advance(4)
    desk.endpoint.alwaysReply(200)
    // What is urgent goes through the open circuit, and heals it.
    await desk.attempt(await desk.letter({ type: 'offer.withdrawn' }))
    expect(await stateOf()).toMatchObject({ failures: 0, probeAt: null, failingSince: null })
    for (const letter of kept) {
      expect(await desk.read(letter)).toMatchObject({ nextAt: desk.now(), heldBack: false })
      expect(await desk.attempt(letter)).toMatchObject({ state: 'delivered' })
    }
    expect(sent()).toBe(4)
  })

  it('is of one URL: another one begins anew', async () => {
    await sicken()
    const other = await openEndpoint()
    await setUrl(desk.ctx, desk.partner.id, other.url)
    expect(await desk.attempt(await desk.letter())).toMatchObject({ state: 'delivered' })
    expect(other.received).toHaveLength(1)
    await other.close()
  })

  it('does not take "wait" for sick, nor the ping of a URL that is yet to be set', async () => {
    desk.endpoint.alwaysReply((response) => void response.writeHead(429, { 'retry-after': '7' }).end())
    for (const letter of await desk.letters(6))
      expect(await desk.attempt(letter)).toMatchObject({ state: 'pending', nextAt: desk.inS(7) })
    for (const letter of await desk.letters(6, { type: 'ping', url: 'http://127.0.0.1:9/' }))
      expect(await desk.attempt(letter)).toMatchObject({
        state: 'dead',
        attempts: [{ error: 'ECONNREFUSED' }],
      })
    expect(await stateOf()).toBeNull()
  })

  it('is probed the more rarely the longer an endpoint is sick', () => {
    const at = '2026-01-17T05:00:00.000Z'
    const after = (sickForS: number, failures = 5) =>
      nextProbe({ failures, failingSince: plusSeconds(at, -sickForS) }, at)
    expect(after(600, 4)).toBeNull()
    expect(after(1)).toBe(plusSeconds(at, 10))
    expect(after(60)).toBe(plusSeconds(at, 30))
    expect(after(86_400, 400)).toBe(plusSeconds(at, 300))
  })
})

describe('an endpoint that is gone', () => {
  it('is switched off and remembered, until another is set and takes a message', async () => {
    desk.endpoint.alwaysReply(410)
    expect(await desk.attempt(await desk.letter())).toMatchObject({
      state: 'dead',
      attempts: [{ status: 410 }],
    })
    const { ctx, partner, endpoint } = desk
    const urlOf = async () => (await ctx.store.ledger.load('partner', partner.id))?.state.url
    expect(await urlOf()).toBeNull()
    expect(await stateOf()).toMatchObject({ goneAt: desk.now(), failures: 0 })
    expect(await desk.attempt(await desk.letter())).toMatchObject({ attempts: [{ error: 'no_endpoint' }] })

    endpoint.alwaysReply(200)
    await setUrl(ctx, partner.id, endpoint.url)
    expect(await desk.attempt(await desk.letter())).toMatchObject({ state: 'delivered' })
    expect(await stateOf()).toMatchObject({ goneAt: null })
  })
})
