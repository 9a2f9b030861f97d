import { html, type Html } from './html.ts'
import { page } from './layout.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import { declinedPage, offerPage, overPage } from './offer-page.ts'
import { stageKey, type Task } from './read-task.ts'
import type { sayResult } from './results.ts'
import { sosPage, taskPage } from './task-page.ts'

export interface Sight {
  task: Task
  /** `/t/<token>` */
  base: string
  /** Fresh for each page shown. */
  nonce: string
  now: string
  result: ReturnType<typeof sayResult>
  serverKey: string
}

const content = ({ task, base, nonce, now }: Sight): Html => {
  const { stage } = task
  switch (stage.at) {
    case 'offered':
      return offerPage(task, stage.offer, base, nonce, now)
    case 'over':
      return overPage(task, stage.stillAsked, base, nonce)
    case 'declined':
      return declinedPage()
    case 'task':
      return taskPage(task, stage, base, nonce)
    default:
      stage satisfies never
      return html``
  }
}

const framed = (task: Task, title: string, body: Html): string =>
  page({
    title,
    agencyName: task.agency.name,
    poskoPhone: task.agency.poskoPhone,
    drill: task.incident.drill,
    body,
  })

/** The page of an offer as it stands, with what the last answer came to. */
export const showTask = (sight: Sight): string => {
  const { task, base, result, serverKey } = sight
  const { other } = task
  return framed(
    task,
    'Tugas relawan',
    html`${result && html`<p class="result ${result.look}" role="status">${result.text}</p>`}
      ${other && html`<p class="result good">Anda sedang bertugas untuk kejadian ini. <a href="${linkPath(serverKey, other.offerId)}">Buka tugas Anda</a></p>`}
      <div data-stage="${stageKey(task)}" data-base="${base}">${content(sight)}</div>`,
  )
}

export const showSos = ({ task, base, nonce }: Pick<Sight, 'task' | 'base' | 'nonce'>): string =>
  framed(task, 'Butuh bantuan', sosPage(base, nonce))
