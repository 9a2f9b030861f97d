import type { Browser, Page } from 'playwright-core'
import { inject } from 'vitest'
import { launch } from '../../local/screens/desk.ts'
import type { City } from '../../local/city/city.ts'

export const openBrowser = (): Promise<Browser> => launch(inject('chromium'))

/** The sign-in of whoever has this role in the city. */
export const signInOf = (city: City, role: string): { login: string; password: string } => {
  const user = city.signIns.find((one) => one.role === role)
  if (!user) throw new Error(`no ${role} was seeded`)
  return { login: user.login, password: user.password }
}

/** The calls of the api that read the city, noted from now on. */
export const readingsOf = (page: Page): string[] => {
  const readings: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' && pathname.startsWith('/api/')) readings.push(pathname)
  })
  return readings
}
