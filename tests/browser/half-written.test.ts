import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Line, openLine, press, says } from './task-phone.ts'

let line: Line
beforeAll(async () => {
  line = await openLine()
})
afterAll(() => line?.close())

it('keeps what is half written when another form takes the page on, until it is sent', async () => {
  const { phone } = await line.onTask()
  const { page } = phone
  const message = page.getByLabel('Pesan', { exact: true })
  await page.getByText('Kirim pesan ke posko').click()
  await message.fill('Jalan putus di')
  await press(page, 'Saya berangkat')
  await says(page, 'Tercatat.')
  await message.waitFor()
  expect(await message.inputValue()).toBe('Jalan putus di')
  await message.fill('Jalan putus di timur')
  await press(page, 'Kirim pesan')
  await says(page, 'Pesan Anda sudah sampai di posko.')
  expect(await message.inputValue()).toBe('')
  await page.reload()
  expect(await message.inputValue()).toBe('')
  expect(phone.complaints).toEqual([])
  await phone.close()
})

it('leaves nothing of it in the phone once he signs out', async () => {
  const { phone } = await line.signedIn()
  const { page } = phone
  const words = page.getByLabel('Apa yang terjadi')
  await page.getByText('Butuh bantuan (darurat)').click()
  await words.fill('Ban bocor')
  await page.getByRole('link', { name: 'Riwayat' }).click()
  await page.getByRole('link', { name: 'Beranda' }).click()
  await words.waitFor()
  expect(await words.inputValue()).toBe('Ban bocor')
  await press(page, 'Keluar')
  await says(page, 'Anda sudah keluar.')
  expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
  expect(phone.complaints).toEqual([])
  await phone.close()
})

it('does not say that his position is shared before it has arrived', async () => {
  const { phone } = await line.onTask()
  const { page } = phone
  await page.route('**/position', (route) => route.abort())
  await press(page, 'Bagikan posisi saya')
  await page.getByRole('button', { name: 'Posisi Anda belum terkirim; terus dicoba' }).waitFor()
  expect(await page.getByText('Posisi Anda sedang dibagikan').count()).toBe(0)
  await phone.close()
})
