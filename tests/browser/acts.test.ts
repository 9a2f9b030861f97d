import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '#contracts/wire/routes/all.ts'
import { id } from '../../dashboard/src/text/id.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { enter, goTo, openDesk } from '../../local/screens/desk.ts'
import { openCity, signInAs, type TestCity } from '../recovery/city.ts'
import { signIn, until, type Client } from '../world/client.ts'
import type { Act } from './acts/act.ts'
import { acts } from './acts/all.ts'
import { actSubjects, type ActSubjects, type Subject } from './acts/subjects.ts'
import { openBrowser, signInOf } from './browser.ts'
import { wide } from './hands.ts'

let city: TestCity
let browser: Browser
let subjects: ActSubjects
let reader: Client
const desks = new Map<Act['by'], { page: Page; userId: string }>()
const complaints: string[][] = []
beforeAll(async () => {
  city = await openCity({ volunteers: 1 })
  // From here on nobody is asked and nobody answers: every fact is a person's at a screen.
  subjects = await actSubjects(city)
  browser = await openBrowser()
  reader = await signInAs(city, 'kalak')
  for (const role of ['supervisor', 'admin'] as const) {
    const opened = await openDesk(browser, city.apiUrl, wide)
    complaints.push(opened.complaints)
    await enter(opened.page, signInOf(city, role))
    await opened.page.getByRole('button', { name: id.frame.settings }).waitFor()
    const { userId } = await (await signInAs(city, role)).call('me')
    desks.set(role, { page: opened.page, userId })
  }
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

const deskOf = (by: Act['by']): { page: Page; userId: string } => {
  const desk = desks.get(by)
  if (desk === undefined) throw new Error(`no desk for ${by}`)
  return desk
}
/** What this person has done, the latest first. */
const deedsOf = async (userId: string) =>
  (await reader.call('browseLedger', { query: { by: userId, limit: 20 } })).facts

/** How a press of this act is seen on the line. */
const isAskedBy = ({ through }: Act) => {
  const { method, path } = routes[through]
  const address = new RegExp(`^/api/v1${path.replaceAll(/:\w+/g, '[^/]+')}$`)
  return (request: Request): boolean =>
    request.method() === method.toUpperCase() && address.test(new URL(request.url()).pathname)
}

/** Does it as a person would, and reads the facts that it left. */
const doneAt = async ({ page, userId }: { page: Page; userId: string }, act: Act, subject: Subject) => {
  const before = (await deedsOf(userId))[0]?.seq ?? 0
  // A file is read anew by its name; of a list the screen may remember the last one.
  const isFile = /^\/(kejadian|relawan)\//.test(subject.path)
  // Where the act before failed over an open question, all is loaded anew.
  const isFree = (await page.getByRole('dialog').count()) === 0
  if (isFile && isFree) await goTo(page, subject.path)
  else await page.goto(`${city.apiUrl}${subject.path}`)
  const place = isFile ? page.getByRole('article') : page.getByRole('main')
  await place.getByText(subject.shows).first().waitFor()
  await Promise.all([page.waitForRequest(isAskedBy(act)), act.press(page, subject)])
  const found = await until(`${act.leaves} in the ledger`, async () => {
    const fresh = (await deedsOf(userId)).filter(({ seq }) => seq > before)
    return fresh.some(({ type }) => type === act.leaves) ? fresh : null
  })
  // What it opened is closed, so that the next begins at a free desk.
  for (let left = 3; left > 0 && (await page.getByRole('dialog').count()) > 0; left -= 1) {
    await page.keyboard.press('Escape')
    await page
      .getByRole('dialog')
      .waitFor({ state: 'hidden', timeout: 5000 })
      .catch(() => undefined)
  }
  return found
}

it.each(acts)('$what: $leaves', async (act) => {
  const subject = await act.from(subjects)
  const facts = await doneAt(deskOf(act.by), act, subject)
  const left = facts.filter(({ type }) => type === act.leaves)
  expect(left).toHaveLength(1)
  expect(left[0]?.data).toMatchObject(act.saying ?? {})
  // All that it did, it did to one thing.
  expect(new Set(facts.map(({ entityId }) => entityId)).size).toBe(1)
})

it('a call for help from the field is seen by somebody: alarm.acknowledged', async () => {
  const { detail, name } = await subjects.withTeam()
  const { id: incidentId, number, assignments } = detail.incident
  const offerId = assignments[0]?.offerId ?? ''
  const { url } = await city.operator.call('offerLink', { params: { id: incidentId, offerId } })
  const phone = await browser.newPage()
  await phone.goto(url)
  await phone.getByText('Butuh bantuan (darurat)').click()
  await phone.getByRole('button', { name: 'Ya, kirim permintaan bantuan' }).click()
  await phone.getByText('Permintaan bantuan terkirim').waitFor()
  await phone.close()
  const act: Act = {
    what: 'acknowledge an alarm',
    through: 'acknowledgeAlarm',
    by: 'supervisor',
    from: () => Promise.reject(new Error('is here already')),
    press: (page) =>
      page.getByRole('article').getByRole('button', { name: id.incident.alarms.acknowledge }).first().click(),
    leaves: 'alarm.acknowledged',
  }
  const subject = { path: `/kejadian/${incidentId}`, shows: number, name }
  const [fact] = await doneAt(deskOf('supervisor'), act, subject)
  expect(fact).toMatchObject({ type: 'alarm.acknowledged', entityId: incidentId })
})

it('a sign-in that an administrator ends is none any more', async () => {
  const { path, name = '' } = await subjects.user()
  const params = { id: path.split('/').at(-1) ?? '' }
  const { password } = await subjects.as.admin.call('resetPassword', { params, body: {} })
  await signIn(city.apiUrl, name.replace('Contoh ', ''), password ?? '')
  const sessions = async () => (await subjects.as.admin.call('listSessions', { params })).sessions
  expect(await sessions()).toHaveLength(1)
  const { page } = deskOf('admin')
  await page.goto(`${city.apiUrl}${path}`)
  await page
    .getByRole('main')
    .getByRole('button', { name: new RegExp(`^${officeId.people.end}:`) })
    .click()
  await page.getByText(officeId.people.done.ended).waitFor()
  expect(await sessions()).toEqual([])
})

it('no page complained', () => {
  expect(complaints.flat()).toEqual([])
})
