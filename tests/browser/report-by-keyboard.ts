import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { id } from '../../dashboard/src/text/id.ts'
import { axeFaults } from '../../local/screens/axe.ts'
import { keyboardOf, type Strokes } from './hands.ts'

/** The smallest photo. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const { report, phone, labels, contact, incident } = id

/**
 * Takes a flood from the desk to the search for volunteers without a mouse: what, where, who, a promise to call back, the
 * needs of its template, a photo. Ends at the file; tells how many keys it took.
 */
export const reportByKeyboard = async (page: Page): Promise<Strokes> => {
  await page.evaluate(() => {
    document.documentElement.dataset['mice'] = '0'
    document.addEventListener('pointerdown', () => {
      document.documentElement.dataset['mice'] = 'used'
    })
  })
  const keys = keyboardOf(page)
  await keys.press('n')
  await page.getByRole('heading', { name: report.title }).waitFor()
  await keys.reach(report.hazard)
  await keys.type('Banjir')
  await keys.reach(labels.severity.kritis)
  await keys.reach(labels.severity.tinggi, 'ArrowRight')
  await keys.reach(report.description)
  await keys.type('Air masuk rumah, dua lansia minta diantar.')
  await keys.reach(report.kelurahan)
  await keys.type('Oebufu')
  await keys.press('Enter')
  await keys.reach(report.reporterName)
  await keys.type('Ibu Contoh')
  await keys.reach(report.reporterPhone)
  await keys.type('0812 0000 0101')
  await keys.reach(phone.wanted)
  await keys.press('Space')
  await page.getByLabel(phone.when).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await keys.reach(report.template('banjir'))
  await keys.press('Enter')
  await page.getByRole('listitem', { name: incident.needs.row(3) }).waitFor()
  await keys.reach(contact.upload.add)
  await keys.chooseFile({ name: 'banjir.png', mimeType: 'image/png', buffer: pixel })
  await page.getByText(contact.upload.chosen, { exact: true }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await keys.reach(report.submitAndDispatch)
  await keys.press('Enter')
  await page.waitForURL(/kejadian\/inc_/)
  expect(await page.evaluate(() => document.documentElement.dataset['mice'])).toBe('0')
  return keys.counts()
}
