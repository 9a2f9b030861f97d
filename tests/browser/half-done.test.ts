import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { id } from '../../dashboard/src/text/id.ts'
import { officeId } from '../../dashboard/src/text/office/id.ts'
import { enter, goTo, openDesk } from '../../local/screens/desk.ts'
import { choose } from '../../local/screens/scenes/open.ts'
import { openCity, type TestCity } from '../recovery/city.ts'
import { step } from './acts/act.ts'
import { actSubjects, type ActSubjects, type Subject } from './acts/subjects.ts'
import { openBrowser, signInOf } from './browser.ts'
import { dialog, press, submit, wide } from './hands.ts'

let city: TestCity
let browser: Browser
let subjects: ActSubjects
let page: Page
const complaints: string[][] = []
beforeAll(async () => {
  city = await openCity({ volunteers: 1 })
  subjects = await actSubjects(city)
  browser = await openBrowser()
  const desk = await openDesk(browser, city.apiUrl, wide)
  complaints.push(desk.complaints)
  page = desk.page
  await enter(page, signInOf(city, 'supervisor'))
  await page.getByRole('button', { name: id.frame.settings }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await city?.end()
})

const { incident: words, word, report } = id
const { shift } = officeId.desk
const idOf = ({ path }: Subject): string => path.split('/').at(-1) ?? ''
const opened = async (subject: Subject): Promise<string> => {
  await page.goto(`${city.apiUrl}${subject.path}`)
  await page.getByText(subject.shows).first().waitFor()
  return idOf(subject)
}
const needsOf = async (incidentId: string) =>
  (await city.operator.call('getIncident', { params: { id: incidentId } })).incident.needs
const says = (text: string | RegExp) => page.getByText(text).first().waitFor()

it('a need whose answer was lost is there once, however often it is sent and whatever is pressed', async () => {
  const incidentId = await opened(await subjects.verified())
  await step(page, words.actions.needs)
  await press(page, words.needs.addRow)
  await page.route('**/needs', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await submit(page, word.save)
  await says(id.errors.unreachableAct)
  await page.unroute('**/needs')
  const quantity = dialog(page).getByRole('spinbutton')
  if (await quantity.isEnabled()) await quantity.fill('3')
  await submit(page, word.save)
  await dialog(page).waitFor({ state: 'hidden' })
  expect(await needsOf(incidentId)).toMatchObject([{ quantity: 1 }])
})

it('nothing can be typed while it saves, and what was not saved is gone on with where he was', async () => {
  await opened(await subjects.verified())
  await step(page, words.actions.correct)
  const address = dialog(page).getByLabel(report.address)
  await address.fill('Jalan Contoh 1')
  let isHeld = true
  await page.route(/\/incidents\/inc_\w+$/, async (route) => {
    if (route.request().method() !== 'PATCH') return route.continue()
    await expect.poll(() => isHeld, { timeout: 30_000 }).toBe(false)
    return route.abort()
  })
  await address.press('Enter')
  await expect.poll(() => address.isEditable()).toBe(false)
  isHeld = false
  await says(id.errors.unreachableAct)
  expect(await address.inputValue()).toBe('Jalan Contoh 1')
  await expect.poll(() => address.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.unroute(/\/incidents\/inc_\w+$/)
  await address.fill('Jalan Contoh 2')
  await address.press('Enter')
  await dialog(page).waitFor({ state: 'hidden' })
  await says('Jalan Contoh 2')
})

it("a shift that somebody else has handed over is not the next crew's", async () => {
  await opened(await subjects.shift())
  await press(page, shift.handOver)
  await dialog(page).getByLabel(shift.note).fill('Pompa di Oebufu dipinjam.')
  const next = await subjects.shift()
  await says(next.shows)
  const button = dialog(page).getByRole('button', { name: shift.handOver, exact: true })
  if (await button.isEnabled()) await button.click()
  const [present] = (await city.operator.call('listShifts')).shifts
  expect(present).toMatchObject({ crew: [next.shows], handedOver: null })
  await dialog(page).getByRole('alert').filter({ hasText: 'Piket ini sudah diserahterimakan' }).waitFor()
  expect(await dialog(page).getByLabel(shift.note).inputValue()).toBe('Pompa di Oebufu dipinjam.')
})

it('a half-written entry of the log waits while another page is looked at and while another entry is corrected', async () => {
  const subject = await subjects.shift()
  await opened(subject)
  const entry = page.getByLabel(shift.entry)
  await entry.fill('Radio diuji.')
  await press(page, shift.write)
  await expect.poll(() => entry.inputValue()).toBe('')
  await entry.fill('Jembatan di')
  await goTo(page, '/peta')
  await expect.poll(() => entry.count()).toBe(0)
  await goTo(page, subject.path)
  await expect.poll(() => entry.inputValue()).toBe('Jembatan di')
  await press(page, shift.correct)
  await expect.poll(() => entry.inputValue()).toBe('')
  await press(page, word.cancel)
  await expect.poll(() => entry.inputValue()).toBe('Jembatan di')
  await entry.fill('')
})

it('a report that was half saved leaves an empty form, and what was not done is said', async () => {
  await goTo(page, '/kejadian/baru')
  await page.getByLabel(report.hazard).selectOption({ label: 'Banjir' })
  await choose(page, 'Tinggi')
  await page.getByLabel(report.description).fill('Air masuk rumah.')
  await page.getByRole('combobox', { name: 'Kelurahan' }).fill('Oebufu')
  await page.keyboard.press('Enter')
  if ((await page.getByRole('spinbutton').count()) === 0) await press(page, words.needs.addRow)
  await page.route('**/needs', (route) => route.abort())
  await press(page, report.submitAndDispatch)
  await page.getByRole('button', { name: /^Buka KJ-/ }).click()
  await page.unroute('**/needs')
  await says(/^KJ-\S+ tersimpan. Belum dipastikan: kebutuhan relawan, mulai mencari relawan.$/)
  await goTo(page, '/kejadian/baru')
  expect(await page.getByLabel(report.description).inputValue()).toBe('')
})

it('the open page of a volunteer shows what a colleague changes, and does not send it back', async () => {
  const volunteerId = await opened(await subjects.active())
  await step(page, id.volunteers.edit)
  await dialog(page).getByLabel(id.volunteers.name).fill('Contoh Nama Baru')
  const params = { id: volunteerId }
  await subjects.as.coordinator.call('editVolunteer', { params, body: { plate: 'DH 5 REKAN' } })
  await expect
    .poll(() => page.locator('article').getByText('DH 5 REKAN').count(), { timeout: 10_000 })
    .toBeGreaterThan(0)
  await submit(page, word.save)
  await dialog(page).waitFor({ state: 'hidden' })
  const { displayName, plate } = await subjects.as.coordinator.call('getVolunteer', { params })
  expect({ displayName, plate }).toEqual({ displayName: 'Contoh Nama Baru', plate: 'DH 5 REKAN' })
})

it('the message after one to a single person is begun to everybody', async () => {
  const { path, shows, name = '' } = await subjects.team()
  await opened({ path, shows })
  const text = page.getByLabel(id.contact.write)
  const to = page.getByLabel(id.contact.to)
  await text.fill('Bawa tali.')
  await to.selectOption({ label: name })
  await press(page, id.contact.send)
  await expect.poll(() => text.inputValue()).toBe('')
  await text.fill('Semua kembali.')
  expect(await to.inputValue()).toBe('')
  await text.fill('')
})

it('alarms that cannot be read are said to be so, on a desk and on a wall', async () => {
  await page.route('**/api/v1/alarms', (route) => route.abort())
  for (const path of ['/kejadian', '/komando']) {
    await page.goto(`${city.apiUrl}${path}`)
    await says(words.alarms.unread)
  }
  await page.unroute('**/api/v1/alarms')
  await expect.poll(() => page.getByText(words.alarms.unread).count(), { timeout: 30_000 }).toBe(0)
})

it('a wall that begins while its areas cannot be read says that it is cut, and comes alive by itself', async () => {
  await page.route('**/api/v1/reference', (route) => route.abort())
  await page.goto(`${city.apiUrl}/komando`)
  await says(id.frame.neverBar)
  await page.unroute('**/api/v1/reference')
  await expect.poll(() => page.getByText(id.frame.neverBar).count(), { timeout: 30_000 }).toBe(0)
  await expect.poll(() => page.getByText(id.frame.live).count()).toBeGreaterThan(0)
})

it('no page complained', () => {
  expect(complaints.flat()).toEqual([])
})
