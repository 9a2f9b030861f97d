import type { CookieOptions, Request, Response } from 'express'
import type { ApiConfig } from '../config.ts'
import { REFRESH_TTL_S } from '../usecases/session/issue.ts'

const NAME = 'tr_refresh'

/** Out of reach of scripts and of other sites, and sent to the session routes only. */
const options = ({ localMode }: Pick<ApiConfig, 'localMode'>): CookieOptions => ({
  httpOnly: true,
  sameSite: 'strict',
  path: '/api/v1/auth',
  secure: !localMode,
})

export const setCookie = (res: Response, token: string, config: Pick<ApiConfig, 'localMode'>): void => {
  res.cookie(NAME, token, { ...options(config), maxAge: REFRESH_TTL_S * 1000 })
}

export const dropCookie = (res: Response, config: Pick<ApiConfig, 'localMode'>): void => {
  res.clearCookie(NAME, options(config))
}

/** The refresh token that came along, or null. Whatever does not look like one of ours is none. */
export const readCookie = (req: Request): string | null =>
  /(?:^|;\s*)tr_refresh=([\w-]{43})(?:;|$)/.exec(req.headers.cookie ?? '')?.[1] ?? null
