import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { reinstate, suspend } from '#contracts/domain/volunteer/commands.ts'
import { digest } from '#contracts/runtime/ids.ts'
import { editVolunteer } from '../../../../api/usecases/volunteer/edit-volunteer.ts'
import { suspendVolunteer } from '../../../../api/usecases/volunteer/suspend-volunteer.ts'
import { MOST_GUESSES } from '../../../../api/usecases/personal/sign-in-by-code.ts'
import { aCity, aPhone, op } from '../../partner/city.ts'
import { serve, type Served } from '../../partner/served.ts'
import { aMandiri, browserAt, codesSent, digitsSent, signedIn } from './phone.ts'

let api: Served
beforeAll(async () => {
  api = await serve()
  await aCity(api.context)
})
afterAll(() => api.close())
/** Everybody comes from one address here. */
const forgetLimits = async (): Promise<void> => {
  const keys = await api.context.redis.keys(`${api.home.redisPrefix}:rl*`)
  if (keys.length > 0) await api.context.redis.del(...keys)
}
beforeEach(forgetLimits)

const atTheDoor = async (phone: string) => {
  const browser = browserAt(api.url)
  await browser.get('/siaga/masuk')
  const answer = await browser.post('/siaga/kode', { phone })
  await browser.get('/siaga/kode')
  return { browser, answer }
}

describe('the door', () => {
  it('lets a volunteer in by the code that he was sent, with a cookie out of reach of scripts and other sites', async () => {
    const { phone } = await aMandiri(api)
    const { browser } = await atTheDoor(`0${phone.slice(3)}`)
    const before = browser.jar.get('siaga')
    const { status, to, headers } = await browser.post('/siaga/masuk', { digits: await digitsSent(api) })
    expect([status, to]).toEqual([303, '/siaga'])
    expect(browser.jar.get('siaga')).not.toBe(before)
    expect(headers.getSetCookie()[0]).toMatch(
      /^siaga=[\w-]{43}; Max-Age=1209600; Path=\/siaga; .*HttpOnly; SameSite=Lax$/,
    )
    expect((await browser.get('/siaga')).text).toContain('Yohana Contoh')
    const stored = await api.context.store.models.refreshTokens.find().lean().exec()
    expect(JSON.stringify(stored)).not.toContain(browser.jar.get('siaga'))
  })

  it('says and does the same for a number that nobody knows; only nothing is sent', async () => {
    const { phone } = await aMandiri(api)
    const countAll = async () => {
      const { deliveries, signInCodes } = api.context.store.models
      return [await deliveries.countDocuments({}), await signInCodes.countDocuments({})]
    }
    const one = await countAll()
    const known = (await atTheDoor(phone)).answer
    const two = await countAll()
    const unknown = (await atTheDoor(aPhone())).answer
    const three = await countAll()
    expect([unknown.status, unknown.to, unknown.text]).toEqual([known.status, known.to, known.text])
    expect(three.map((n, i) => n - (two[i] ?? 0))).toEqual(two.map((n, i) => n - (one[i] ?? 0)))
    const [decoy, real] = (await codesSent(api)).reverse()
    expect([real?.state, decoy?.state, decoy?.volunteerId]).toEqual(['pending', 'dropped', null])
  })

  it('opens once for a code, in the browser that asked for it', async () => {
    const { phone } = await aMandiri(api)
    const { browser } = await atTheDoor(phone)
    const digits = await digitsSent(api)
    const other = browserAt(api.url)
    await other.get('/siaga/kode')
    expect((await other.post('/siaga/masuk', { digits })).to).toBe('/siaga/kode?kata=salah')
    const cookie = browser.jar.get('siaga') ?? ''
    const { form } = browser.carried()
    const both = await Promise.all([1, 2].map(() => browser.post('/siaga/masuk', { digits })))
    expect(both.map(({ to }) => to).sort()).toEqual(['/siaga', '/siaga/kode?kata=salah'])
    browser.jar.set('siaga', cookie)
    expect((await browser.post('/siaga/masuk', { digits, form })).to).toBe('/siaga/kode?kata=salah')
  })

  it('stays shut after five guesses, for the right code too', async () => {
    const { phone } = await aMandiri(api)
    const { browser } = await atTheDoor(phone)
    const right = await digitsSent(api)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let n = 0; n < MOST_GUESSES; n += 1)
      expect((await browser.post('/siaga/masuk', { digits: wrong })).to).toBe('/siaga/kode?kata=salah')
    expect((await browser.post('/siaga/masuk', { digits: right })).to).toBe('/siaga/kode?kata=salah')
    expect((await browser.get('/siaga/kode?kata=salah')).text).toContain('Kode salah')
  })

  it('does not take a code that is over', async () => {
    const { phone } = await aMandiri(api)
    const { browser } = await atTheDoor(phone)
    await api.context.store.models.signInCodes
      .updateMany({}, { $set: { expiresAt: new Date(Date.now() - 1000).toISOString() } })
      .exec()
    expect((await browser.post('/siaga/masuk', { digits: await digitsSent(api) })).to).toBe(
      '/siaga/kode?kata=salah',
    )
  })

  it('sends a number three codes in a quarter of an hour, whoever asks, known or not', async () => {
    for (const phone of [(await aMandiri(api)).phone, aPhone()]) {
      for (let n = 0; n < 3; n += 1) expect((await atTheDoor(phone)).answer.status).toBe(303)
      const { answer } = await atTheDoor(phone)
      expect([answer.status, Number(answer.headers.get('retry-after')) > 0]).toEqual([429, true])
      expect(answer.text).toContain('Terlalu banyak percobaan')
    }
  })

  it('limits an address, whatever numbers it names', async () => {
    const statuses = new Map<number, number>()
    const browser = browserAt(api.url)
    await browser.get('/siaga/masuk')
    for (let n = 0; n < 62; n += 1) {
      const { status } = await browser.post('/siaga/kode', { phone: aPhone() })
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(Object.fromEntries(statuses)).toEqual({ 303: 60, 429: 2 })
  })

  it('believes only forms of its own pages', async () => {
    const me = await aMandiri(api)
    const browser = await signedIn(api, me)
    const { nonce, form } = browser.carried()
    const refused = [
      await browser.post('/siaga/akhiri', { nonce, form: '' }),
      await browser.post('/siaga/akhiri', { nonce, form: `${form.slice(0, -1)}_` }),
      await browser.post('/siaga/akhiri', { nonce, form }, { origin: 'https://lain.example' }),
      await browser.post('/siaga/akhiri', { nonce, form }, { origin: 'null' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect((await browser.post('/siaga/akhiri', { nonce, form }, { origin: api.url })).status).toBe(303)
  })
})

const isIn = async (browser: ReturnType<typeof browserAt>): Promise<boolean> =>
  (await browser.get('/siaga')).status === 200

const isCutOff = () => Promise.reject(new Error('cut off'))

describe('a sign-in ends', () => {
  it('when he signs out, and the cookie is worth nothing afterwards', async () => {
    const browser = await signedIn(api, await aMandiri(api))
    const cookie = browser.jar.get('siaga') ?? ''
    expect((await browser.post('/siaga/keluar')).to).toBe('/siaga/masuk?kata=keluar')
    browser.jar.set('siaga', cookie)
    expect(await isIn(browser)).toBe(false)
  })

  it('with his phone, also when the order was cut off after it was written', async () => {
    const me = await aMandiri(api)
    const { context } = api
    const order = op()
    const phone = aPhone()
    const cutOff = { ...context, sessions: { ...context.sessions, killAll: isCutOff } }
    const browser = await signedIn(api, me)
    // As a release before kept it, which did not know whom it had let in.
    const older = await signedIn(api, me)
    await context.store.models.refreshTokens
      .updateOne({ _id: digest(older.jar.get('siaga') ?? '') }, { $unset: { personKey: 1 } })
      .exec()

    await expect(editVolunteer(cutOff, order, me.id, { phone })).rejects.toThrow('cut off')
    await forgetLimits()
    const newcomer = await signedIn(api, { phone })
    expect([await isIn(browser), await isIn(older), await isIn(newcomer)]).toEqual([false, true, true])
    await editVolunteer(context, order, me.id, { phone })
    expect(await isIn(older)).toBe(false)
    expect(await isIn(await signedIn(api, { phone }))).toBe(true)
  })

  it('with his suspension, for good', async () => {
    const me = await aMandiri(api)
    const [byOrder, behindOurBack] = [await signedIn(api, me), await signedIn(api, me)]
    await suspendVolunteer(api.context, op(), me.id, 'Laporan warga')
    expect(await isIn(byOrder)).toBe(false)
    await api.context.store.ledger.change('volunteer', me.id, op(), (state) => reinstate(state ?? me))
    expect([await isIn(byOrder), await isIn(behindOurBack)]).toEqual([false, false])
    const again = await signedIn(api, me)
    await api.context.store.ledger.change('volunteer', me.id, op(), (state) =>
      suspend(state ?? me, { reason: 'txt_1' }),
    )
    expect(await isIn(again)).toBe(false)
    await forgetLimits()
    expect((await atTheDoor(me.phone)).answer.status).toBe(303)
    expect((await codesSent(api)).at(-1)?.state).toBe('dropped')
  })
})
