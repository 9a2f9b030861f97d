import type { Page } from 'playwright-core'
import type { Role } from '#contracts/domain/roles.ts'
import { routes } from '#contracts/wire/routes/all.ts'
import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { partnersAgree, queueAgrees, wallAgrees } from '../checks/office.ts'
import { goTo, openDesk, enter } from '../desk.ts'
import { richest } from '../subjects.ts'
import { present, type At, type Scene } from './scene.ts'

const words = { ...id, ...officeId }
const { desk, reports, partners, people, zones, coverage, settings } = words

const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name }).waitFor()

const at = (
  name: string,
  path: string,
  title: string,
  more?: (at: At) => ReturnType<Scene['show']>,
): Scene => ({
  name,
  show: async (stand) => {
    await goTo(stand.page, path)
    await heading(stand.page, title)
    return more?.(stand)
  },
})

/** A dialog of the page that is open, by its button. */
const pressed = async ({ page }: At, button: string): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name: button }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** A page of somebody else than the supervisor, in a window of his own. */
const of = (
  role: Role,
  name: string,
  path: string,
  title: string,
  then?: (page: Page) => Promise<void>,
): Scene => ({
  name,
  show: () => Promise.resolve(),
  window: async ({ browser, stage, look }) => {
    const { page } = await openDesk(browser, stage.url, look)
    await enter(page, stage.userOf(role))
    await page.getByRole('main').waitFor()
    await goTo(page, path)
    await heading(page, title)
    await then?.(page)
    return page
  },
})

const incidentReport = (name: string, part: string, more?: (at: At) => ReturnType<Scene['show']>): Scene => ({
  name,
  show: async (stand) => {
    const { page, stage } = stand
    const { id: incidentId } = present(await richest(stage.client), 'an open incident')
    await goTo(page, `/laporan/kejadian/${incidentId}${part}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText(words.word.loading, { exact: true }).waitFor({ state: 'hidden' })
    return more?.(stand)
  },
})

/** A question about somebody who signs in, asked by an administrator about an operator. */
const aboutPerson = (name: string, button: string): Scene =>
  of('admin', `dialog-person-${name}`, '/pengguna', people.title, async (page) => {
    const list = page.getByRole('list', { name: people.title })
    await list.getByRole('link').filter({ hasText: words.labels.role.operator }).first().click()
    await page.getByRole('article').getByRole('button', { name: button, exact: true }).click()
    await page.getByRole('dialog').waitFor()
  })

/** The wall while somebody without a task calls for help and the platform itself is in trouble: put into the answer it reads. */
const noticesTold = async (page: Page): Promise<void> => {
  const since = new Date(Date.now() - 95_000).toISOString()
  await page.route('**/api/v1/alarms', async (route) => {
    const answer = await route.fetch()
    const { alarms, system } = routes.listAlarms.response.parse(await answer.json())
    const call = { id: 'sos', what: 'sos', detail: '', subject: 'vol_contoh', since, acknowledgedAt: null }
    const nobodys = { incidentId: null, volunteerId: 'vol_contoh', number: null }
    await route.fulfill({
      response: answer,
      json: {
        alarms: [...alarms, { ...call, ...nobodys }],
        system: [...system, { code: 'worker_silent', since }],
      },
    })
  })
}

/** The rules of the agency in force, and what somebody changed in them. */
const rules = (name: string, part: string, more?: (at: At) => ReturnType<Scene['show']>): Scene =>
  at(name, `/pengaturan/${part}`, settings.title, async (stand) => {
    await stand.page.getByRole('heading', { name: settings.history.title }).waitFor()
    return more?.(stand)
  })

/** What stands beside the operation: the wall, the gate, zones, coverage, reports, the shift, the ledger, partners, users and settings. */
export const officeScenes: readonly Scene[] = [
  {
    name: 'wall',
    show: async ({ page }) => {
      await goTo(page, '/komando')
      await page.getByRole('heading', { level: 1, name: words.wall.title }).waitFor({ state: 'attached' })
      await page.locator('[data-trouble]').first().waitFor()
      return [wallAgrees]
    },
  },
  {
    name: 'wall-notices',
    show: () => Promise.resolve(),
    window: async ({ browser, stage, look }) => {
      const { page } = await openDesk(browser, stage.url, look)
      await noticesTold(page)
      await enter(page, stage.user)
      await page.getByRole('main').waitFor()
      await goTo(page, '/komando')
      await page.getByText(words.match.system.worker_silent).waitFor()
      return page
    },
  },
  at('verification', '/verifikasi', desk.verification.title, () => Promise.resolve([queueAgrees])),
  at('zones', '/zona', zones.title),
  at('zone-draw', '/zona', zones.title, async ({ page }) => {
    await page.getByRole('main').getByRole('button', { name: zones.draw }).click()
    await page.locator('.pick-bar').waitFor()
  }),
  at('coverage', '/jangkauan', coverage.title, async ({ page }) => {
    await page.getByRole('main').getByRole('listitem').first().getByRole('button').click()
    await page.locator('.city-map [data-drawn]').waitFor()
  }),
  at('reports', '/laporan', reports.title),
  at('reports-recap', '/laporan/rekap', reports.title),
  at('reports-month', '/laporan/bulanan', reports.title),
  incidentReport('report-sitrep', ''),
  incidentReport('report-after-action', '/pascakejadian'),
  incidentReport('dialog-impact', '', (stand) => pressed(stand, reports.recordImpact)),
  at('shift', '/piket', desk.shift.title),
  at('audit', '/audit', desk.audit.title, async ({ page }) => {
    await page.getByRole('list', { name: desk.audit.list }).getByRole('button').first().click()
  }),
  at('dialog-audit-check', '/audit', desk.audit.title, (stand) => pressed(stand, desk.audit.check)),
  at('partners', '/mitra', partners.title, () => Promise.resolve([partnersAgree])),
  at('partner', '/mitra', partners.title, async ({ page }) => {
    await page.getByRole('list', { name: partners.title }).getByRole('link').first().click()
    await page.getByRole('tab').first().waitFor()
  }),
  of('admin', 'people', '/pengguna', people.title),
  of('admin', 'dialog-person-create', '/pengguna', people.title, async (page) => {
    await page.getByRole('button', { name: people.create }).click()
    await page.getByRole('dialog').waitFor()
  }),
  aboutPerson('role', people.changeRole),
  aboutPerson('disable', people.disable),
  aboutPerson('password', people.reset),
  of('operator', 'account', '/akun', words.frame.account),
  rules('rules-search', 'cara-mencari'),
  rules('rules-deadlines', 'batas-waktu'),
  rules('rules-templates', 'templat'),
  rules('dialog-rules-template', 'templat', (stand) => pressed(stand, settings.editTemplate('banjir'))),
  of('admin', 'rules-sessions', '/pengaturan/sesi', settings.title, (page) =>
    page.getByText(settings.sessionsHint).waitFor(),
  ),
]
