import type { ErrorRequestHandler, Request } from 'express'
import { type Problem, titleIn } from '#contracts/wire/problem.ts'
import { toProblem } from '../http/to-problem.ts'
import { idOf } from '../http/request-log.ts'
import { html, type Html } from './html.ts'
import { notice } from './layout.ts'
import { linkText } from './leaf.ts'
import { localeOf } from './personal/visitor.ts'

/** Whatever goes wrong on a page is said on a page, calmly; what was not saved can be sent again as it was. */
export const pageErrors: ErrorRequestHandler = (error: unknown, req, res, next) => {
  if (res.headersSent) {
    next(error)
    return
  }
  const { problem, headers } = toProblem(error, idOf(req))
  const { code, status } = problem
  if (status >= 500) req.log.error({ err: error, problem: code, status }, 'answered with a problem page')
  else req.log.info({ problem: code, status }, 'answered with a problem page')
  res.status(status).set(headers).type('html').send(say(problem, req))
}

const say = (problem: Problem, req: Request): string => {
  const locale = localeOf(req)
  const { errors } = linkText(locale)
  if (problem.status === 404) return notice(locale, errors.missing, errors.askAgain)
  if (problem.status >= 500)
    return notice(locale, errors.notSaved, errors.notArrived, again(req, errors.retry))
  return notice(locale, errors.refused, titleIn(locale, problem), html`<p>${errors.reload}</p>`)
}

/** The same form once more, nonce included: sent twice it still counts once. */
export const again = ({ method, body, originalUrl }: Request, label: string): Html => {
  const fields: unknown = body
  // What was sent with a photo is not carried about: he takes it from his phone again.
  const isPlain = typeof fields === 'object' && fields !== null && !Buffer.isBuffer(fields)
  if (method !== 'POST' || !isPlain)
    return html`<p><a class="plain" href="${originalUrl.replace(/\/photo$/, '')}">${label}</a></p>`
  const kept = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return html`<form method="post" action="${originalUrl}">
    ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<button
      class="yes"
    >
      ${label}
    </button>
  </form>`
}
