import type { ErrorRequestHandler } from 'express'
import { titleIn } from '#contracts/wire/problem.ts'
import { idOf } from '../../http/request-log.ts'
import { toProblem } from '../../http/to-problem.ts'
import { html } from '../html.ts'
import { notice } from '../layout.ts'
import { again } from '../page-errors.ts'
import { textIn } from './frame.ts'
import { localeOf, PERSONAL } from './visitor.ts'

/** Whatever goes wrong is said on a page, calmly, in the visitor's language. */
export const personalErrors: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const { problem, headers } = toProblem(error, idOf(req))
  const { code, status } = problem
  if (status >= 500) req.log.error({ err: error, problem: code, status }, 'answered with a problem page')
  else req.log.info({ problem: code, status }, 'answered with a problem page')
  const locale = localeOf(req)
  const text = textIn(locale)
  const back = html`<p><a href="${PERSONAL}">${text.back}</a></p>`
  const say = (): string => {
    if (status === 404) return notice(locale, text.missing.title, text.missing.text, back)
    if (status === 403) return notice(locale, text.refused, text.stale, back)
    if (status === 429)
      return notice(
        locale,
        text.refused,
        text.tooMany(Math.ceil(Number(headers['retry-after'] ?? 60) / 60)),
        back,
      )
    if (status >= 500) return notice(locale, text.notSaved.title, text.notSaved.text, again(req, text.retry))
    return notice(locale, text.refused, titleIn(locale, problem), back)
  }
  res.status(status).set(headers).type('html').send(say())
}
