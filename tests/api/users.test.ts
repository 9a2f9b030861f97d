import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { client, signIn, until } from '../world/client.ts'
import { audit } from '../world/audit.ts'
import { createUser } from '../../api/usecases/setup/create-user.ts'
import { AGENCY, BY, PASSWORD, startApiWorld, type ApiWorld } from './api-world.ts'
import { givenUsers } from './given-users.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const admin = async () => world.as('admin')
const NEXT = 'another password for the tests'

describe('a password', () => {
  it('is changed by who knows it; his other sign-ins end, this one stays', async () => {
    const { user, canSignIn } = givenUsers(world)
    const { login } = await user()
    const [here, there] = [await signIn(world.url, login, PASSWORD), await signIn(world.url, login, PASSWORD)]
    const wrong = await here.try('changePassword', { body: { present: 'guess', next: NEXT } })
    expect([wrong.status, wrong.body['fields']]).toEqual([
      400,
      [{ path: 'body.present', message: 'is not the present password' }],
    ])
    await here.call('changePassword', { body: { present: PASSWORD, next: NEXT } })
    expect([await canSignIn(login, PASSWORD), await canSignIn(login, NEXT)]).toEqual([401, 200])
    expect((await here.try('me')).status).toBe(200)
    expect((await there.try('me')).status).toBe(401)
  })

  it('cannot be guessed without end', async () => {
    const { login } = await givenUsers(world).user()
    const own = await signIn(world.url, login, PASSWORD)
    const guess = async () =>
      (await own.try('changePassword', { body: { present: 'guess', next: NEXT } })).status
    const answers: number[] = []
    for (let tries = 0; tries < 12; tries += 1) answers.push(await guess())
    expect(answers.at(-1)).toBe(429)
    expect(new Set(answers)).toEqual(new Set([400, 429]))
  })

  it('leaves no trace: no digest of the call is kept, also with a key', async () => {
    const { client: own } = await givenUsers(world).signedIn()
    const body = { present: PASSWORD, next: NEXT }
    await own.call('changePassword', { body, key: 'change-once' })
    const receipts = await world.context.connection.collection('receipts').find().toArray()
    expect(JSON.stringify(receipts)).not.toContain('change-once')
  })

  it('is reset by an administrator: shown once, all sign-ins end', async () => {
    const { signedIn, canSignIn } = givenUsers(world)
    const { id, client: own } = await signedIn()
    const reset = await (await admin()).call('resetPassword', { params: { id }, key: 'reset-once' })
    expect(reset.password).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/)
    const again = await (await admin()).call('resetPassword', { params: { id }, key: 'reset-once' })
    expect(again.password).toBeNull()
    expect(await canSignIn(reset.login, reset.password ?? '')).toBe(200)
    expect((await own.try('me')).status).toBe(401)
  })
})

describe('a user', () => {
  it('is made with a first password, signs in with it and may what his role may', async () => {
    const body = { login: 'Baru', displayName: 'Contoh Baru', role: 'coordinator' }
    const made = await (await admin()).call('createUser', { body })
    const own = await signIn(world.url, 'baru', made.password ?? '')
    expect(await own.call('me')).toMatchObject({ displayName: 'Contoh Baru', role: 'coordinator' })
    const { users } = await (await admin()).call('listUsers')
    expect(users.find(({ id }) => id === made.id)).toMatchObject({ login: 'baru', status: 'enabled' })
    expect(JSON.stringify(users)).not.toContain('argon2')
  })

  it('is made by one of two who choose one name at the same moment, and signs in with the password that he was shown', async () => {
    const wanted = { body: { login: 'rebutan', displayName: 'Contoh', role: 'operator' } }
    const [one, other] = [await admin(), await admin()]
    const answers = await Promise.all([one.try('createUser', wanted), other.try('createUser', wanted)])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
    const taken = answers.find(({ status }) => status === 409)
    expect(taken?.body['code']).toBe('login_taken')
    const password = String(answers.find(({ status }) => status === 201)?.body['password'])
    expect(await givenUsers(world).canSignIn('rebutan', password)).toBe(200)
  })

  it('that was begun and not finished is made by whoever does it again, and by nobody else', async () => {
    const { credentials } = world.context
    const { canSignIn } = givenUsers(world)
    const make = (password: string, opId?: string) =>
      createUser(
        world.context,
        { agencyId: AGENCY, login: 'setengah', displayName: 'Contoh', password, role: 'operator' },
        BY,
        opId,
      )
    await make(PASSWORD, 'api:first')
    await make(NEXT, 'api:first')
    expect([await canSignIn('setengah', PASSWORD), await canSignIn('setengah', NEXT)]).toEqual([401, 200])
    await expect(make(PASSWORD, 'api:second')).rejects.toMatchObject({ code: 'login_taken' })
    await expect(make(PASSWORD)).rejects.toMatchObject({ code: 'login_taken' })
    expect(await canSignIn('setengah', NEXT)).toBe(200)

    const { login } = await givenUsers(world).user()
    const again = {
      agencyId: AGENCY,
      login,
      displayName: 'Contoh',
      password: NEXT,
      role: 'operator',
    } as const
    await world.context.store.models.credentials.deleteOne({ login }).exec()
    expect(await credentials.ofLogin(login)).toBeNull()
    await createUser(world.context, again, BY)
    expect(await canSignIn(login, NEXT)).toBe(200)
    await expect(createUser(world.context, again, BY)).rejects.toMatchObject({ code: 'login_taken' })
  })

  it('belongs to a partner as his engineer, and as nobody else', async () => {
    const create = async (more: object) =>
      (await admin()).try('createUser', { body: { login: 'siapa', displayName: 'Siapa', ...more } })
    for (const more of [{ role: 'partner_admin' }, { role: 'operator', partnerId: world.partnerId }])
      expect((await create(more)).body['fields']).toMatchObject([{ path: 'body.partnerId' }])
    const { id } = await givenUsers(world).user()
    const role = { params: { id }, body: { role: 'partner_admin' } }
    expect((await (await admin()).try('changeRole', role)).body['code']).toBe('illegal_move')
  })

  it('disabled is out at once and does not come back by an old sign-in', async () => {
    const { id, client: own } = await givenUsers(world).signedIn()
    await (await admin()).call('disableUser', { params: { id } })
    await until('he is out', async () => (await own.try('me')).status === 401)
    await (await admin()).call('enableUser', { params: { id } })
    expect((await own.try('me')).status).toBe(401)
  })

  it('sees his own sign-ins, which of them this is, and ends another, never that of somebody else', async () => {
    const { user, signedIn } = givenUsers(world)
    const { login } = await user('pimpinan')
    const [mine, lost] = [await signIn(world.url, login, PASSWORD), await signIn(world.url, login, PASSWORD)]
    const { sessions } = await mine.call('ownSessions')
    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    const other = sessions.find(({ current }) => !current)
    const stranger = await signedIn()
    const foreign = await mine.try('endOwnSession', { params: { sid: stranger.sid } })
    expect([foreign.status, foreign.body['code']]).toEqual([409, 'already_done'])
    expect((await stranger.client.try('me')).status).toBe(200)
    await mine.call('endOwnSession', { params: { sid: other?.sid ?? '' } })
    await until('the lost one is out', async () => (await lost.try('me')).status === 401)
    expect((await mine.call('ownSessions')).sessions).toMatchObject([{ current: true }])
  })

  it('is seen where he is signed in, and one sign-in can be ended alone', async () => {
    const { user } = givenUsers(world)
    const { id, login } = await user()
    const [one, two] = [await signIn(world.url, login, PASSWORD), await signIn(world.url, login, PASSWORD)]
    const { sessions } = await (await admin()).call('listSessions', { params: { id } })
    expect(sessions).toHaveLength(2)
    await (await admin()).call('endSession', { params: { id, sid: sessions[0]?.sid ?? '' } })
    const standing = [(await one.try('me')).status, (await two.try('me')).status]
    expect(standing.sort((a, b) => a - b)).toEqual([200, 401])
    expect((await (await admin()).call('listSessions', { params: { id } })).sessions).toHaveLength(1)
  })
})

describe('the last administrator', () => {
  it('stays, also when two remove each other at the same moment', async () => {
    const { user, admin: adminId } = givenUsers(world)
    const first = await adminId()
    const me = await admin()
    expect((await me.try('disableUser', { params: { id: first } })).body['code']).toBe('last_admin')
    const second = await user('admin')
    const other = await signIn(world.url, second.login, PASSWORD)
    const both = await Promise.all([
      me.try('disableUser', { params: { id: second.id } }),
      other.try('changeRole', { params: { id: first }, body: { role: 'kalak' } }),
    ])
    expect(both.filter(({ status }) => status === 200).length).toBeLessThan(2)
    const { userQueries } = world.context
    expect(await userQueries.hasAdminBesides('5371', 'usr_nobody')).toBe(true)
    await world.settled()
    expect((await audit(world.context.connection)).faults).toEqual([])
    expect((await client(world.url, null).try('listUsers')).status).toBe(401)
  })
})
