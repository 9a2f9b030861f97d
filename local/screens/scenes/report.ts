import { id as words } from '../../../dashboard/src/text/id.ts'
import { goTo } from '../desk.ts'
import { choose } from './open.ts'
import type { Scene } from './scene.ts'

const { report, labels, word } = words

/** A new report: as it opens, with what is missing marked, and filled in. */
export const reportScenes: readonly Scene[] = [
  {
    name: 'report-empty',
    show: async ({ page }) => {
      await goTo(page, '/kejadian/baru')
      await page.getByRole('heading', { level: 1, name: report.title }).waitFor()
    },
  },
  {
    name: 'report-missing',
    show: async ({ page }) => {
      await page.getByRole('button', { name: report.submit, exact: true }).click()
      await page.getByText(word.required).first().waitFor()
    },
  },
  {
    name: 'report-filled',
    show: async ({ page }) => {
      await page.getByLabel(report.hazard).selectOption({ label: labels.hazard.banjir })
      await choose(page, labels.severity.tinggi)
      await page
        .getByLabel(report.description)
        .fill('Air masuk rumah setinggi lutut, dua keluarga minta diantar.')
      await page.getByRole('combobox', { name: report.kelurahan }).fill('Oebufu')
      await page.keyboard.press('Enter')
      await page.getByLabel(report.address).fill('Belakang pasar, gang kedua')
      await page.getByLabel(report.reporterName).fill('Pelapor Contoh')
      await page.getByLabel(report.reporterPhone).fill('0812 0000 9999')
      await page.getByRole('button', { name: report.template(labels.hazard.banjir.toLowerCase()) }).click()
    },
  },
  {
    name: 'report-filled-end',
    show: async ({ page }) => {
      await page.getByRole('heading', { level: 1 }).evaluate((title) => {
        const pane = title.closest('.overflow-y-auto')
        pane?.scrollTo(0, pane.scrollHeight)
      })
    },
  },
]
