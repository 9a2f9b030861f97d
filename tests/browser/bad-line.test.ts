import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileOf } from '../api/partner/city.ts'
import { callForHelp, type Line, openLine, press, says, UNSENT } from './task-phone.ts'

let line: Line
beforeAll(async () => {
  line = await openLine()
})
afterAll(() => line?.close())

describe('a call for help without a signal', () => {
  it('stays on the page, says whom to call, and is sent once as soon as there is one', async () => {
    const { phone, incidentId } = await line.onTask()
    const { page } = phone
    await phone.offline(true)
    await callForHelp(page, 'Perahu terbalik')
    await says(page, UNSENT)
    expect(await page.getByText('Jalan Frans Seda nomor 12').count()).toBe(1)
    expect(await page.getByLabel('Apa yang terjadi').inputValue()).toBe('Perahu terbalik')
    expect(await line.alarmsOf(incidentId)).toEqual([])
    await phone.offline(false)
    await says(page, 'Permintaan bantuan terkirim')
    expect(await page.getByText(UNSENT).count()).toBe(0)
    expect(await line.alarmsOf(incidentId)).toMatchObject([{ what: 'sos' }])
    expect(phone.complaints).toEqual([])
    await phone.close()
  })

  it('counts once when it arrived and only its answer was lost', async () => {
    const { phone, incidentId } = await line.onTask()
    const { page } = phone
    let lost = 0
    await page.route('**/sos', async (route) => {
      lost += 1
      if (lost > 2) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await callForHelp(page, 'Ban bocor')
    await says(page, UNSENT)
    await says(page, 'Permintaan bantuan terkirim')
    expect(lost).toBe(3)
    const { alarms, notes } = await fileOf(line.api.context, incidentId)
    expect([alarms.length, notes.length]).toEqual([1, 1])
    await phone.close()
  })

  it('is the same on the page of his own, and ends with the number when he is not signed in any more', async () => {
    const { phone, me } = await line.signedIn()
    const { page } = phone
    const sosAt = async () => (await line.api.context.store.ledger.load('volunteer', me.id))?.state.sosAt
    await phone.offline(true)
    await callForHelp(page, 'Terjebak banjir')
    await says(page, UNSENT)
    expect(await sosAt()).toBeNull()
    await phone.offline(false)
    await says(page, 'Permintaan bantuan terkirim')
    expect(await sosAt()).not.toBeNull()

    await page.clock.install()
    await page.reload()
    await line.api.context.sessions.killAll(me.id, line.api.context.clock.now().toISOString())
    await callForHelp(page, 'Sekali lagi')
    await says(page, UNSENT)
    // The glance for news would lead him to the door.
    await page.clock.runFor(21_000)
    await page.waitForTimeout(1000)
    expect(await page.getByText(UNSENT).count()).toBe(1)
    expect(new URL(page.url()).pathname).toBe('/siaga')
    await phone.close()
  })
})

it('keeps what was typed when any other form does not arrive, and does it on the second press', async () => {
  const { phone, incidentId } = await line.onTask()
  const { page } = phone
  await page.getByText('Kirim pesan ke posko').click()
  await page.getByLabel('Pesan', { exact: true }).fill('Jalan putus di timur')
  await phone.offline(true)
  await press(page, 'Kirim pesan')
  await says(page, UNSENT)
  expect(await page.getByLabel('Pesan', { exact: true }).inputValue()).toBe('Jalan putus di timur')
  await page.getByRole('link', { name: 'Perbarui halaman' }).click()
  await says(page, 'Tidak ada sinyal')
  expect(await page.getByText('Jalan Frans Seda nomor 12').count()).toBe(1)
  await phone.offline(false)
  await press(page, 'Kirim pesan')
  await says(page, 'Pesan Anda sudah sampai di posko.')
  expect((await fileOf(line.api.context, incidentId)).notes).toHaveLength(1)
  await phone.close()
})

it('goes on sharing his place over the steps of his task, until he stops it', async () => {
  const { phone } = await line.onTask()
  const { page } = phone
  const shared: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/position')) shared.push(request.method())
  })
  const sharing = page.getByRole('button', { name: 'Posisi Anda sedang dibagikan (tekan untuk berhenti)' })
  await press(page, 'Bagikan posisi saya')
  await sharing.waitFor()
  await expect.poll(() => shared.length).toBe(1)
  await press(page, 'Saya berangkat')
  await says(page, 'Tercatat.')
  await sharing.waitFor()
  await expect.poll(() => shared.length).toBe(2)
  await sharing.click()
  await page.getByRole('button', { name: 'Bagikan posisi saya' }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Bagikan posisi saya' }).waitFor()
  await page.waitForLoadState('networkidle')
  expect(shared).toHaveLength(2)
  await phone.close()
})
