import { createHmac, timingSafeEqual } from 'node:crypto'
import type { CookieOptions, Request, Response } from 'express'
import { base32 } from '#contracts/runtime/base32.ts'
import type { Locale } from '#contracts/wire/labels/labels.ts'
import type { SettledConfig } from '../../context.ts'
import { mustBeOwnOrigin } from '../../http/origin.ts'
import { Trouble } from '../../trouble.ts'
import { SESSION_S } from '../../usecases/personal/sign-in-by-code.ts'

/** Where the personal page lives. */
export const PERSONAL = '/siaga'
const COOKIE = 'siaga'
const LANGUAGE = 'bahasa'

type Site = Pick<SettledConfig, 'publicUrl' | 'serverKey'>

/** Sent along when he comes by a link of a message, but not with a form of another site; never over plain HTTP where there is TLS. */
const options = ({ publicUrl }: Pick<Site, 'publicUrl'>): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  path: PERSONAL,
  secure: publicUrl.startsWith('https:'),
})

/** The visitor's secret, or null. Whatever does not look like one of ours is none. */
export const readVisitor = (req: Request): string | null =>
  /(?:^|;\s*)siaga=([\w-]{43})(?:;|$)/.exec(req.headers.cookie ?? '')?.[1] ?? null

/** `lasting`: he has signed in; a stranger is forgotten with the window. */
export const keepVisitor = (res: Response, site: Site, token: string, lasting: boolean): void => {
  res.cookie(COOKIE, token, { ...options(site), ...(lasting ? { maxAge: SESSION_S * 1000 } : {}) })
}
export const dropVisitor = (res: Response, site: Site): void => {
  res.clearCookie(COOKIE, options(site))
}

/** Indonesian unless he has chosen otherwise. */
export const localeOf = (req: Request): Locale =>
  /(?:^|;\s*)bahasa=en(?:;|$)/.test(req.headers.cookie ?? '') ? 'en' : 'id'
export const keepLocale = (res: Response, site: Site, locale: Locale): void => {
  res.cookie(LANGUAGE, locale, { ...options(site), path: '/', maxAge: 365 * 24 * 3600 * 1000 })
}

/** Stands in every form: only a page that this visitor was given can send it back. */
export const formToken = (serverKey: string, visitor: string): string =>
  base32(createHmac('sha256', serverKey).update(`form:${visitor}`).digest()).slice(0, 26)

/** The form came from a page of ours that this visitor was shown. @throws Trouble `forbidden` */
export const mustBeOwnForm = (req: Request, site: Site): string => {
  mustBeOwnOrigin(req, site)
  const visitor = readVisitor(req)
  const given: unknown = (req.body as Record<string, unknown> | undefined)?.['form']
  if (visitor === null || typeof given !== 'string') throw new Trouble('forbidden')
  const [right, said] = [Buffer.from(formToken(site.serverKey, visitor)), Buffer.from(given)]
  if (right.length !== said.length || !timingSafeEqual(right, said)) throw new Trouble('forbidden')
  return visitor
}
