import type { ErrorRequestHandler, Request } from 'express'
import { type Problem, titleIn } from '#contracts/wire/problem.ts'
import { idOf } from '../../http/request-log.ts'
import { toProblem } from '../../http/to-problem.ts'
import { html, type Html } from '../html.ts'
import { notice } from '../layout.ts'
import { again, isCallForHelp } from '../page-errors.ts'
import { textIn } from './frame.ts'
import { localeOf, PERSONAL } from './visitor.ts'

/** Whatever goes wrong is said on a page, calmly, in the visitor's language, with the number of the command post. */
export const personalErrors =
  (poskoPhone: () => string | null): ErrorRequestHandler =>
  (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error)
      return
    }
    const { problem, headers } = toProblem(error, idOf(req))
    const { code, status } = problem
    if (status >= 500) req.log.error({ err: error, problem: code, status }, 'answered with a problem page')
    else req.log.info({ problem: code, status }, 'answered with a problem page')
    const waitS = Number(headers['retry-after'] ?? 60)
    res
      .status(status)
      .set(headers)
      .type('html')
      .send(say(problem, req, { waitS, poskoPhone: poskoPhone() }))
  }

const say = (
  problem: Problem,
  req: Request,
  { waitS, poskoPhone }: { waitS: number; poskoPhone: string | null },
): string => {
  const { status, code } = problem
  const locale = localeOf(req)
  const text = textIn(locale)
  const back = html`<p><a href="${PERSONAL}">${text.back}</a></p>`
  const told = (title: string, words: string, more: Html = back): string =>
    notice({ locale, title: isCallForHelp(req) ? text.sos.unsent : title, text: words, more, poskoPhone })
  if (code === 'not_signed_in') return told(text.notSaved.title, text.signInAgain)
  if (status === 404) return told(text.missing.title, text.missing.text)
  if (status === 403) return told(text.refused, text.stale)
  if (status === 429) return told(text.refused, text.tooMany(Math.ceil(waitS / 60)))
  if (status >= 500)
    return told(text.notSaved.title, text.notSaved.text, html`${again(req, text.retry)}${back}`)
  return told(text.refused, titleIn(locale, problem))
}
