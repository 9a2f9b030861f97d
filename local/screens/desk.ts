import { chromium, type Browser, type Page } from 'playwright-core'
import { id as words } from '../../dashboard/src/text/id.ts'

const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags })

export interface Look {
  colorScheme: 'dark' | 'light'
  viewport: { width: number; height: number }
}

export interface Desk {
  page: Page
  /** What the page complained about: script errors, breaches of its own security policy, requests to another address. */
  complaints: string[]
}

/** The wall and the desk of the control room. */
export const wall: Look = { colorScheme: 'dark', viewport: { width: 1440, height: 900 } }

/** The map is drawn without a graphics card: on a busy machine everything takes its time. */
export const PATIENCE_MS = 60_000

const isPhone = ({ viewport }: Look): boolean => viewport.width < 600

/** A desk in the control room: a browser of its own with nobody signed in. */
export const openDesk = async (browser: Browser, url: string, look: Look = wall): Promise<Desk> => {
  const context = await browser.newContext({ ...look, locale: 'id-ID', hasTouch: isPhone(look) })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(url) && !asked.startsWith('data:') && !asked.startsWith('blob:'))
      complaints.push(`outside: ${asked}`)
  })
  await page.goto(url)
  return { page, complaints }
}

interface User {
  login: string
  password: string
}

/** Signs in; what comes after it depends on the role. */
export const enter = async (page: Page, user: User): Promise<void> => {
  await page.getByLabel(words.session.login).fill(user.login)
  await page.getByLabel(words.session.password, { exact: true }).fill(user.password)
  await page.getByRole('button', { name: words.session.submit }).click()
}

/** Signs in somebody of the control room. */
export const signInAtDesk = async (page: Page, user: User): Promise<void> => {
  await enter(page, user)
  await page.getByRole('link', { name: words.frame.newIncident }).waitFor()
}

/** Goes to another page of the dashboard as a link would, without loading it anew. */
export const goTo = async (page: Page, path: string): Promise<void> => {
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, path)
}
