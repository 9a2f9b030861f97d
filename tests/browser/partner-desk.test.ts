import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { id } from '../../dashboard/src/text/id.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { awaited, type Ground } from '../../local/conformance/inbound/bench.ts'
import { eventBytes } from '../../local/conformance/inbound/bytes.ts'
import { partnerServer } from '../../local/conformance/inbound/platform.ts'
import { groundIn } from '../../local/conformance/inbound/run.ts'
import { asked, drill } from '../../local/conformance/inbound/checks-work.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { openDesk, PATIENCE_MS, type Desk, type Look } from '../../local/screens/desk.ts'
import { openCity, type TestCity } from '../recovery/city.ts'
import { openBrowser, signInOf } from './browser.ts'
import { dialog, humanSeconds, keysLeft, phoneLook, press, submit, wide } from './hands.ts'
import { secretsShown, yesSayer } from './partner-hands.ts'
import { reportByKeyboard } from './report-by-keyboard.ts'

const words = { ...id, ...officeId }
const { partners, people, session, word } = words
let city: TestCity
let browser: Browser
let ground: Ground
beforeAll(async () => {
  city = await openCity({ volunteers: 5 })
  browser = await openBrowser()
  ground = await groundIn(city, city.dataDir)
})
afterAll(async () => {
  await browser?.close()
  await ground?.close()
  await city?.end()
})

const atDesk = async (who: { login: string; password: string }, look: Look, path: string): Promise<Desk> => {
  const desk = await openDesk(browser, city.apiUrl, look)
  await desk.page.goto(`${city.apiUrl}${path}`)
  const { login, password } = who
  await desk.page.getByLabel(session.login).fill(login)
  await desk.page.getByLabel(session.password, { exact: true }).fill(password)
  await desk.page.getByRole('button', { name: session.submit }).click()
  return desk
}

describe('the partner desk', () => {
  it('makes a partner, connects and rotates him, and shows what he says', async () => {
    const { page, complaints } = await atDesk(signInOf(city, 'admin'), wide, '/mitra')
    await page.getByRole('list', { name: partners.title }).getByRole('listitem').first().waitFor()
    expect(await axeFaults(page)).toEqual([])
    await press(page, partners.create)
    await page.getByLabel(partners.name, { exact: true }).fill('Ojek Uji')
    await page.getByLabel(partners.ref, { exact: true }).fill('ojek-uji')
    expect(await axeFaults(page)).toEqual([])
    await submit(page, partners.create)
    const [secretIn = ''] = await secretsShown(page)
    expect(secretIn).toMatch(/^whsec_/)
    const { partners: all } = await ground.admin.call('listPartners', {})
    const id = all.find(({ ref }) => ref === 'ojek-uji')?.id ?? ''

    await press(page, partners.secrets.rotate)
    expect(await axeFaults(page)).toEqual([])
    await submit(page, partners.secrets.rotate)
    const [fresh = ''] = await secretsShown(page)
    const { secrets } = await ground.admin.call('getPartner', { params: { id }, query: {} })
    expect(secrets.map(({ direction, until }) => [direction, until === null])).toEqual([
      ['in', false],
      ['in', true],
      ['out', true],
    ])
    for (const secret of [secretIn, fresh]) {
      const server = partnerServer({ url: city.apiUrl, ref: 'ojek-uji', secret })
      const { status } = await server.say(eventBytes(ground.names)['volunteer.registered'])
      expect(status).toBeLessThan(410)
    }
    await page.getByRole('tab', { name: partners.tabs.in }).click()
    const events = page.getByRole('list', { name: partners.tabs.in })
    await events.getByText('200 · registered').waitFor()
    await events.locator('summary').first().click()
    expect(await axeFaults(page)).toEqual([])
    expect(await page.content()).not.toContain('Relawan Konformans')

    await page.getByRole('tab', { name: partners.tabs.about }).click()
    await press(page, partners.endpoint.propose)
    await page.getByLabel(partners.endpoint.url).fill('ftp://mitra.example')
    await submit(page, partners.endpoint.propose)
    await dialog(page).getByRole('alert').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByLabel(partners.endpoint.url).fill('http://127.0.0.1:9/nobody')
    await submit(page, partners.endpoint.propose)
    await page.getByText(partners.endpoint.failed('').split(':')[0] ?? '').waitFor()
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('lets an address count after its ping, and sends a dead letter once more, with who and why', async () => {
    const { admin, ours, names } = ground
    await ours.say(eventBytes(names)['volunteer.duty_changed'])
    await drill(ground)
    await asked(ground, null)
    await ours.say(eventBytes(ground.names)['offer.accepted'])
    const { partners: all } = await admin.call('listPartners', {})
    const partner = all.find(({ sandbox, url }) => sandbox && url !== null)
    const id = partner?.id ?? ''
    const query = { type: 'assignment.confirmed', limit: 1 } as const
    const letter = await awaited('the confirmation', async () => {
      const { deliveries } = await admin.call('partnerDeliveries', { params: { id }, query })
      return deliveries.find(({ state }) => state === 'delivered')
    })
    // As if it had been given up after half a day.
    await city.look((connection) =>
      connection.collection('deliveries').updateOne({ _id: letter.id as never }, { $set: { state: 'dead' } }),
    )
    const before = ground.heard.length
    const { page } = await atDesk(signInOf(city, 'admin'), phoneLook, `/mitra/${id}/keluar`)
    await page.getByRole('button', { name: partners.out.replayAll(1) }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: /assignment\.confirmed/ }).click()
    await submit(page, partners.delivery.aside)
    await dialog(page).getByRole('button', { name: partners.delivery.aside }).waitFor({ state: 'hidden' })
    await submit(page, partners.delivery.replay)
    await page.getByLabel(word.reason).fill('Server mitra sudah pulih.')
    expect(await axeFaults(page)).toEqual([])
    await dialog(page).last().getByRole('button', { name: partners.delivery.replay, exact: true }).click()
    await awaited('the letter', async () => (ground.heard.length > before ? true : null))
    const { facts, texts } = await admin.call('partnerFacts', { params: { id }, query: {} })
    const order = facts.find(({ type }) => type === 'partner.replay_ordered')
    expect(order).toMatchObject({ byName: 'Administrator Contoh', data: { deliveryId: letter.id } })
    expect(texts[String(order?.data['reason'])]).toBe('Server mitra sudah pulih.')
    expect(facts.find(({ type }) => type === 'partner.letter_set_aside')?.data).toEqual({
      deliveryId: letter.id,
    })
    await page.context().close()
  })

  it('shows each role what it may do, and an engineer his own partner', async () => {
    const kalak = await atDesk(signInOf(city, 'kalak'), wide, '/mitra')
    await kalak.page.getByRole('link', { name: /Ojek Contoh/ }).click()
    await kalak.page.getByText(partners.secrets.title).waitFor()
    for (const name of [
      partners.create,
      partners.disable,
      partners.secrets.rotate,
      partners.endpoint.propose,
    ])
      expect(await kalak.page.getByRole('button', { name }).count()).toBe(0)
    await kalak.page.context().close()

    const engineer = await atDesk(signInOf(city, 'partner_admin'), wide, '/')
    const list = engineer.page.getByRole('list', { name: partners.title }).getByRole('listitem')
    await list.first().waitFor()
    expect(await list.count()).toBe(1)
    await list.getByRole('link').click()
    await engineer.page.getByRole('button', { name: partners.secrets.rotate }).first().waitFor()
    expect(await engineer.page.getByRole('button', { name: partners.disable }).count()).toBe(0)
    await engineer.page.context().close()
  })

  it('lets the address of an engineer count once it has answered and an administrator approves, and pings it', async () => {
    const theirs = await yesSayer()
    const engineer = await atDesk(signInOf(city, 'partner_admin'), wide, '/')
    await engineer.page.getByRole('list', { name: partners.title }).getByRole('link').click()
    await press(engineer.page, partners.endpoint.propose)
    await engineer.page.getByLabel(partners.endpoint.url).fill(theirs.url)
    await submit(engineer.page, partners.endpoint.propose)
    await press(engineer.page, partners.endpoint.check)
    await engineer.page.getByText(partners.endpoint.waits).waitFor()
    await engineer.page.context().close()
    const { page } = await atDesk(signInOf(city, 'admin'), wide, '/mitra')
    await page.getByRole('link', { name: /Ojek Contoh/ }).click()
    await press(page, partners.endpoint.approve)
    await page.getByRole('button', { name: partners.endpoint.approve }).waitFor({ state: 'hidden' })
    await press(page, partners.ping)
    const { partners: all } = await ground.admin.call('listPartners', {})
    const id = all.find((one) => one.url === theirs.url)?.id ?? ''
    const { facts } = await ground.admin.call('partnerFacts', { params: { id }, query: {} })
    const about = facts.filter(({ data }) => data['url'] === theirs.url).map(({ type }) => type)
    expect(about.toSorted()).toEqual([
      'partner.endpoint_checked',
      'partner.endpoint_proposed',
      'partner.endpoint_set',
    ])
    const pings = { params: { id }, query: { type: 'ping', limit: 5 } } as const
    await awaited('the ping', async () => {
      const { deliveries } = await ground.admin.call('partnerDeliveries', pings)
      return deliveries.filter(({ state }) => state === 'delivered').length > 1 ? true : null
    })
    await page.context().close().finally(theirs.close)
  })
})

describe('people and one’s own account', () => {
  it('adds somebody with a password shown once, who changes it and sees where he is signed in', async () => {
    const { page } = await atDesk(signInOf(city, 'admin'), wide, '/pengguna')
    await press(page, people.create)
    await page.getByLabel(people.name, { exact: true }).fill('Yohana Contoh')
    await page.getByLabel(people.login, { exact: true }).fill('y.contoh')
    expect(await axeFaults(page)).toEqual([])
    await submit(page, people.create)
    const password = await page.getByLabel(people.password.of('y.contoh')).inputValue()
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()

    const own = await atDesk({ login: 'y.contoh', password }, phoneLook, '/akun')
    await own.page.getByText(`· ${people.thisOne}`).waitFor()
    expect(await axeFaults(own.page)).toEqual([])
    await own.page.getByLabel(people.present).fill('salah salah salah')
    await own.page.getByLabel(people.next, { exact: true }).fill('kata sandi yang baru')
    await own.page.getByLabel(people.again).fill('kata sandi yang baru')
    await press(own.page, people.change)
    await own.page.getByText(people.wrong).waitFor()
    await own.page.getByLabel(people.present).fill(password)
    await press(own.page, people.change)
    await own.page.getByText(people.done.password).waitFor({ timeout: PATIENCE_MS })
    await own.page.context().close()
  })
})

describe('the desk of the operator', () => {
  const { phone, labels } = words
  const seen = { id: '' }

  it('takes a report by keyboard alone within two minutes of a person, from the template to the search, with a photo and a promise to call back, and the facts stand in the ledger', async () => {
    const { page } = await atDesk(signInOf(city, 'operator'), wide, '/')
    await page.getByRole('link', { name: words.frame.newIncident }).waitFor()
    const { strokes, typed, steps } = await reportByKeyboard(page)
    const seconds = humanSeconds({ strokes, steps }).toFixed(0)
    process.stdout.write(
      `report by keyboard alone: ${strokes} keys, ${typed} of them text, ${steps} things done: ${seconds} s of a person\n`,
    )
    expect(strokes - typed).toBeLessThanOrEqual(keysLeft(120, { typed, steps }))

    seen.id = page.url().split('/').at(-1) ?? ''
    const left = async () =>
      (await city.operator.call('incidentFacts', { params: { id: seen.id } })).facts.map(({ type }) => type)
    await expect.poll(left, { timeout: PATIENCE_MS }).toContain('photo.added')
    expect((await left()).slice(0, 2)).toEqual(['incident.reported', 'callback.planned'])
    expect(await left()).toEqual(
      expect.arrayContaining(['incident.verified', 'need.added', 'incident.dispatched']),
    )
    await page.context().close()
  })

  it('shows a number for a reason, and the call back until it is done', async () => {
    const { page } = await atDesk(signInOf(city, 'operator'), phoneLook, `/kejadian/${seen.id}`)
    await page.getByRole('button', { name: phone.title('Ibu Contoh') }).click()
    await page.locator('label').filter({ hasText: labels.callReason.konfirmasi_laporan }).click()
    expect(await axeFaults(page)).toEqual([])
    await submit(page, phone.show)
    await dialog(page).getByRole('link', { name: phone.call }).waitFor()
    expect(await dialog(page).getByRole('link', { name: phone.call }).getAttribute('href')).toBe(
      'tel:+6281200000101',
    )
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await page.content()).not.toContain('081200000101')
    await page.goto(`${city.apiUrl}/verifikasi`)
    const waiting = page.getByRole('region', { name: phone.wanted })
    await waiting.getByRole('button', { name: phone.finish }).click()
    await waiting.waitFor({ state: 'hidden' })
    const { facts } = await city.operator.call('incidentFacts', { params: { id: seen.id } })
    expect(facts.map(({ type }) => type)).toEqual(expect.arrayContaining(['phone.shown', 'callback.done']))
    await page.context().close()
  })
})

describe('the settings of the agency', () => {
  const { settings } = words

  it('change with a reason and a look at what changes, and keep their history', async () => {
    const { page, complaints } = await atDesk(signInOf(city, 'admin'), wide, '/pengaturan')
    await page.getByRole('region', { name: settings.groups.asking }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('tab', { name: settings.tabs.sla }).click()
    const verify = page.getByLabel(`${settings.slaFields.verifyS.label} (${settings.units.minutes})`)
    await verify.fill('4')
    await press(page, settings.review)
    await page.getByLabel(settings.confirm.reason).fill('Target wali kota.')
    expect(await axeFaults(page)).toEqual([])
    await submit(page, settings.confirm.submit)
    await page.getByText('“Target wali kota.”').waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect((await city.operator.call('readProcedure')).settings.sla.verifyS).toBe(240)
    expect(complaints).toEqual([])
    await page.context().close()
  })

  it('are looked at on a phone in the dark, with templates and sign-ins', async () => {
    const { page } = await atDesk(signInOf(city, 'admin'), phoneLook, '/pengaturan/templat')
    await press(page, settings.editTemplate('banjir'))
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    expect(await axeFaults(page)).toEqual([])
    await page.goto(`${city.apiUrl}/pengaturan/sesi`)
    await page.getByText(settings.sessionsHint).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})
