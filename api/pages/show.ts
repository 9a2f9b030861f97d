import { html, type Html } from './html.ts'
import { page } from './layout.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import type { Leaf } from './leaf.ts'
import { declinedPage, offerPage, overPage } from './offer-page.ts'
import { stageKey, type Task } from './read-task.ts'
import type { sayResult } from './results.ts'
import { form } from './parts.ts'
import { sosPage, taskPage } from './task-page.ts'

export interface Sight {
  task: Task
  leaf: Leaf
  now: string
  result: ReturnType<typeof sayResult>
  serverKey: string
}

const content = ({ task, leaf, now }: Sight): Html => {
  const { stage } = task
  switch (stage.at) {
    case 'offered':
      return offerPage(task, stage.offer, leaf, now)
    case 'over':
      return overPage(task, stage.stillAsked, leaf)
    case 'declined':
      return declinedPage(leaf)
    case 'task':
      return taskPage(task, stage, leaf)
    default:
      stage satisfies never
      return html``
  }
}

/** A form, since whoever opens every link must change nothing, the language included. */
const otherLanguage = ({ locale, text, base, nonce }: Leaf): Html => {
  const other = locale === 'id' ? 'en' : 'id'
  return form(
    `${base}/bahasa`,
    nonce,
    html`<input type="hidden" name="ke" value="${other}" /><button class="quiet" lang="${other}">
        ${text.otherLanguage}
      </button>`,
  )
}

const framed = (task: Task, leaf: Leaf, title: string, body: Html): string =>
  page({
    title,
    locale: leaf.locale,
    aside: otherLanguage(leaf),
    agencyName: task.agency.name,
    poskoPhone: task.agency.poskoPhone,
    drill: task.incident.drill,
    body,
  })

/** The page of an offer as it stands, with what the last answer came to. */
export const showTask = (sight: Sight): string => {
  const { task, leaf, result, serverKey } = sight
  const { text, base } = leaf
  const { other } = task
  return framed(
    task,
    leaf,
    text.title,
    html`${result && html`<p class="result ${result.look}" role="status">${result.text}</p>`}
      ${other && html`<p class="result good">${text.task.other} <a href="${linkPath(serverKey, other.offerId)}">${text.task.open}</a></p>`}
      <div data-stage="${stageKey(task)}" data-base="${base}">${content(sight)}</div>`,
  )
}

export const showSos = ({ task, leaf }: Pick<Sight, 'task' | 'leaf'>): string =>
  framed(task, leaf, leaf.text.sos.title, sosPage(leaf))
