import type { ErrorRequestHandler, Request } from 'express'
import { type Problem, titleIn } from '#contracts/wire/problem.ts'
import { toProblem } from '../http/to-problem.ts'
import { idOf } from '../http/request-log.ts'
import { html, type Html } from './html.ts'
import { notice } from './layout.ts'
import { linkText } from './leaf.ts'
import { localeOf } from './personal/visitor.ts'

/** Somebody wanted help, and it was not sent. */
export const isCallForHelp = ({ method, originalUrl }: Pick<Request, 'method' | 'originalUrl'>): boolean =>
  method === 'POST' && originalUrl.endsWith('/sos')

/**
 * Whatever goes wrong on a page is said on a page, calmly, with the number of the command post and the way back to the task;
 * what was not saved can be sent again as it was.
 */
export const pageErrors =
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
    res
      .status(status)
      .set(headers)
      .type('html')
      .send(say(problem, req, poskoPhone()))
  }

const say = (problem: Problem, req: Request, poskoPhone: string | null): string => {
  const locale = localeOf(req)
  const { errors, sos } = linkText(locale)
  const back = backToTask(req, errors.back)
  const told = (title: string, text: string, more: Html | null): string =>
    notice({ locale, title: isCallForHelp(req) ? sos.unsent : title, text, more, poskoPhone })
  if (problem.status === 404) return told(errors.missing, errors.askAgain, back)
  if (problem.status >= 500)
    return told(errors.notSaved, errors.notArrived, html`${again(req, errors.retry)}${back}`)
  return told(
    errors.refused,
    titleIn(locale, problem),
    html`<p>${errors.reload}</p>
      ${back}`,
  )
}

/** The page that the form stood on; none from that page itself, which is what went wrong. */
const backToTask = ({ originalUrl }: Request, label: string): Html | null => {
  const [, task] = /^(\/t\/[^/?]+)\//.exec(originalUrl) ?? []
  return task === undefined ? null : html`<p><a href="${task}">${label}</a></p>`
}

/** What a form brought, to be sent once more; null of a photo, which is not carried about: he takes it from his phone again. */
const plainFields = (body: unknown): [string, string][] | null => {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body)) return null
  const fields: [string, unknown][] = Object.entries(body)
  if (fields.some(([, value]) => Buffer.isBuffer(value))) return null
  return fields.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
}

/** The same form once more, nonce included: sent twice it still counts once. */
export const again = ({ method, body, originalUrl }: Request, label: string): Html => {
  const fields = plainFields(body)
  if (method !== 'POST' || fields === null)
    return html`<p><a class="plain" href="${originalUrl.replace(/\/photo$/, '')}">${label}</a></p>`
  return html`<form method="post" action="${originalUrl}">
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}<button
      class="yes"
    >
      ${label}
    </button>
  </form>`
}
