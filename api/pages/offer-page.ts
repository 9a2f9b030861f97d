import { areaName } from '#contracts/domain/reference.ts'
import type { Asked, Offer } from '#contracts/domain/incident/state.ts'
import { declineReasons } from '#contracts/domain/words.ts'
import { coarseEtaS } from '#contracts/wire/coarse.ts'
import { whySentence } from '#contracts/wire/labels/why.ts'
import { aboutTime, witaTime } from '#contracts/wire/time.ts'
import { askedFor, titleOf } from './describe.ts'
import { form, safety } from './parts.ts'
import { html, type Html } from './html.ts'
import type { Leaf } from './leaf.ts'
import type { Task } from './read-task.ts'
import type { LinkText } from './text/id.ts'

/** A task is offered: what, roughly where, why him, until when, how to stay safe. Nothing exact before he accepts. */
export const offerPage = (task: Task, offer: Offer, leaf: Leaf, now: string): Html => {
  const { text, labels, locale, base, nonce } = leaf
  const { incident, agency } = task
  const kind = askedFor(incident, offer.needId)
  return html`<h1>${kind === null ? text.offer.heading : labels.task[kind]}</h1>
    <p class="clock">
      ${text.offer.answerBy} <strong>${witaTime(offer.expiresAt)}</strong
      ><span data-until="${offer.expiresAt}" data-now="${now}"></span>
    </p>
    <dl>
      <dt>${text.incident}</dt>
      <dd>${titleOf(incident, labels)}</dd>
      <dt>${text.area}</dt>
      <dd>${areaName(agency.kelurahan, incident.place, incident.place.kelurahan)}</dd>
      ${
        offer.why &&
        html`<dt>${text.offer.arrival}</dt>
          <dd>${aboutTime(coarseEtaS(offer.why.etaS), locale)}</dd>`
      }
    </dl>
    <p>${whySentence(offer, locale)}</p>
    ${safety(leaf, incident.hazard, kind)}
    ${form(`${base}/accept`, nonce, html`<button class="yes">${text.offer.accept}</button>`)}
    <details>
      <summary>${text.offer.cannot}</summary>
      ${form(
        `${base}/decline`,
        nonce,
        html`<label
            >${text.offer.reason}
            <select name="reason">
              ${declineReasons.map((reason) => html`<option value="${reason}">${labels.decline[reason]}</option>`)}
            </select></label
          >
          <button class="no">${text.offer.decline}</button>`,
      )}
    </details>
    <p class="small">${text.offer.free}</p>`
}

const whyOver = ({ ended, endReason }: Asked, over: LinkText['over']): string => {
  if (ended !== 'withdrawn') return over.late
  return endReason === 'danger_zone' ? over.danger : over.withdrawn
}

/** The offer is over. Whoever comes late may still say yes while others are being looked for. */
export const overPage = (
  { incident, asked }: Task,
  stillAsked: boolean,
  { text, labels, base, nonce }: Leaf,
): Html =>
  html`<h1>${text.over.heading}</h1>
    <p>${whyOver(asked, text.over)} ${text.over.thanks}</p>
    <dl>
      <dt>${text.incident}</dt>
      <dd>${titleOf(incident, labels)}</dd>
    </dl>
    ${
      stillAsked &&
      html`<p>${text.over.stillAsked}</p>
        ${form(`${base}/accept`, nonce, html`<button class="yes">${text.over.canHelp}</button>`)}`
    }`

export const declinedPage = ({ text }: Leaf): Html =>
  html`<h1>${text.declined.heading}</h1>
    <p>${text.declined.thanks}</p>`
