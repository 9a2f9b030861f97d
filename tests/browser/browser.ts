import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { inject } from 'vitest'

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: inject('chromium'), args: flags })

/** A desk in the control room. Collects what the page complained about and every request that left our address. */
export const openDesk = async (browser: Browser, url: string, colorScheme: 'dark' | 'light' = 'dark') => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'id-ID',
    colorScheme,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      complaints.push(`outside: ${request.url()}`)
  })
  await page.goto(url)
  return { page, complaints }
}

export const signIn = async (page: Page, user: { login: string; password: string }): Promise<void> => {
  await page.getByLabel('Nama pengguna').fill(user.login)
  await page.getByLabel('Kata sandi', { exact: true }).fill(user.password)
  await page.getByRole('button', { name: 'Masuk' }).click()
  await page.getByRole('link', { name: 'Kejadian baru' }).waitFor()
}

/** WCAG 2.2 A and AA faults of the page as it stands, one line each. */
export const axeFaults = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
