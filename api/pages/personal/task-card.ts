import { awaitsCheckin, isActive } from '#contracts/domain/incident/read.ts'
import { areaName } from '#contracts/domain/reference.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'
import { labelsIn } from '#contracts/wire/labels/labels.ts'
import { witaTime } from '#contracts/wire/time.ts'
import { askedFor } from '../describe.ts'
import { html, type Html } from '../html.ts'
import { placeFields } from '../parts.ts'
import type { Task } from '../read-task.ts'
import { type Frame, ownForm } from './frame.ts'

/** What he is asked for or out for: the line that tells it, and the way to its page. */
export const taskCard = (frame: Frame, task: Task, serverKey: string): Html => {
  const { text, locale, now } = frame
  const { stage, incident, agency, offerId } = task
  const labels = labelsIn(locale)
  const href = linkPath(serverKey, offerId)
  const what = (needId: string): string => {
    const kind = askedFor(incident, needId)
    return kind === null ? labels.hazard[incident.hazard] : labels.task[kind]
  }
  const where = html`<p>
    ${labels.hazard[incident.hazard]} (${labels.severity[incident.severity]}),
    ${areaName(agency.kelurahan, incident.place, incident.place.kelurahan)}
  </p>`
  if (stage.at === 'offered')
    return html`<section class="card urgent">
      <h2>${text.offer.heading}: ${what(stage.offer.needId)}</h2>
      ${where}
      <p class="clock">
        ${text.offer.answerBy} <strong>${witaTime(stage.offer.expiresAt)}</strong
        ><span data-until="${stage.offer.expiresAt}" data-now="${now}"></span>
      </p>
      <p><a class="go" href="${href}">${text.offer.open}</a></p>
    </section>`
  if (stage.at !== 'task' || !isActive(stage.assignment)) return html``
  const word = stage.messages.at(-1)
  return html`<section class="card urgent">
    <h2>${text.task.heading}: ${what(stage.assignment.needId)}</h2>
    ${where}
    <p class="state">${labels.assignment[stage.assignment.state]}</p>
    ${
      awaitsCheckin(stage.assignment) &&
      html`<p>${text.task.checkin}</p>
        ${ownForm(frame, 'aman', html`${placeFields}<button class="yes" data-locate>${text.checkin}</button>`)}`
    }
    ${
      word !== undefined &&
      html`<p class="text">
        <span class="small">${text.lastWord}, ${witaTime(word.at)}</span><br />${word.text}
      </p>`
    }
    <p><a class="go" href="${href}">${text.task.open}</a></p>
    <details>
      <summary>${text.message.heading}</summary>
      ${ownForm(
        frame,
        'pesan',
        html`<label
            >${text.message.text}<textarea name="text" maxlength="1000" rows="3" required></textarea></label
          ><button class="no">${text.message.send}</button>`,
      )}
    </details>
  </section>`
}
