import { isActive, isCalledHome } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { assignmentStates } from '#contracts/domain/incident/words.ts'
import { areaName } from '#contracts/domain/reference.ts'
import { checkin, messageForm, messagesOf, noteForm, photoForm } from './contact-parts.ts'
import { askedFor, titleOf } from './describe.ts'
import { html, type Html } from './html.ts'
import type { Leaf } from './leaf.ts'
import { form, placeFields, safety, sosBox, sosFields } from './parts.ts'
import type { LinkText } from './text/id.ts'
import { PERSONAL } from './personal/visitor.ts'
import type { Stage, Task } from './read-task.ts'

type AtWork = Extract<Stage, { at: 'task' }>

/** Where he goes on and off duty. */
const ownPage = ({ text }: Leaf): Html => html`<a href="${PERSONAL}">${text.task.ownPage}</a>`

/** The task of somebody who accepted: the exact place, the next step, a way out, and help. */
export const taskPage = (task: Task, stage: AtWork, leaf: Leaf): Html => {
  const { text, labels, base } = leaf
  const { assignment } = stage
  if (!isActive(assignment)) return endPage(task, assignment, leaf)
  const { incident } = task
  const kind = askedFor(incident, assignment.needId)
  return html`<h1>${kind === null ? text.task.heading : labels.task[kind]}</h1>
    <p class="state">${text.task.status}: <strong>${labels.assignment[assignment.state]}</strong></p>
    ${checkin(assignment, leaf)} ${messagesOf(stage.messages, leaf)} ${place(task, stage, leaf)}
    ${nextSteps(assignment, leaf)} ${help(leaf)}
    <p data-share="${base}/position" hidden><button type="button">${text.task.share}</button></p>
    ${safety(leaf, incident.hazard, kind)} ${photoForm(leaf)} ${noteForm(leaf)} ${messageForm(leaf)}
    ${wayOut(leaf)}
    <p class="small"><a href="${base}">${text.task.refresh}</a> · ${ownPage(leaf)}</p>`
}

const place = (
  { incident, agency }: Task,
  { address, description }: AtWork,
  { text, labels }: Leaf,
): Html => {
  const { lat, lng, kelurahan } = incident.place
  const point = `${lat.toFixed(5)}, ${lng.toFixed(5)}`
  return html`<dl>
    <dt>${text.incident}</dt>
    <dd>${titleOf(incident, labels)}, ${incident.number}</dd>
    <dt>${text.area}</dt>
    <dd>${areaName(agency.kelurahan, incident.place, kelurahan)}</dd>
    ${
      address === null
        ? null
        : html`<dt>${text.task.address}</dt>
            <dd>${address}</dd>`
    }
    <dt>${text.task.point}</dt>
    <dd>
      ${point}<br /><a rel="noreferrer noopener" href="https://maps.google.com/?q=${lat},${lng}"
        >${text.task.map}</a
      >
    </dd>
    ${
      description === null
        ? null
        : html`<dt>${text.task.description}</dt>
            <dd class="text">${description}</dd>`
    }
  </dl>`
}

const nextSteps = ({ state }: Assignment, { text, base, nonce }: Leaf): Html => {
  const done = assignmentStates.findIndex((step) => step === state)
  const [next, ...later] = assignmentStates.slice(done + 1).filter((step) => step !== 'accepted')
  const button = (step: keyof LinkText['steps'], look: string): Html =>
    form(
      `${base}/progress`,
      nonce,
      html`${placeFields}<input type="hidden" name="state" value="${step}" /><button class="${look}">
          ${text.steps[step]}
        </button>`,
    )
  return html`${next === undefined ? null : button(next, 'yes')}${
    later.length > 0 &&
    html`<details>
      <summary>${text.task.otherSteps}</summary>
      ${later.map((step) => button(step, 'plain'))}
    </details>`
  }`
}

const wayOut = ({ text, base, nonce }: Leaf): Html =>
  html`<details>
    <summary>${text.wayOut.heading}</summary>
    ${form(
      `${base}/progress`,
      nonce,
      html`${placeFields}<label
          >${text.wayOut.why}
          <select name="state">
            <option value="released">${text.wayOut.released}</option>
            <option value="failed">${text.wayOut.failed}</option>
          </select></label
        >
        <label>${text.wayOut.note}<textarea name="note" maxlength="1000" rows="3"></textarea></label>
        <button class="no">${text.wayOut.send}</button>`,
    )}
  </details>`

const farewell = ({ text }: Leaf, state: Assignment['state']): string =>
  new Map<string, string>(Object.entries(text.farewells)).get(state) ?? ''

const help = ({ text, base, nonce }: Leaf): Html =>
  sosBox(text.sos.link, text.sos.soon, form(`${base}/sos`, nonce, sosFields(text.sos)))

/** The task is over for him. A stand-down wants a sign that he has read it. */
const endPage = ({ incident }: Task, assignment: Assignment, leaf: Leaf): Html => {
  const { text, labels, base, nonce } = leaf
  const { state, acks } = assignment
  return html`<h1>${labels.assignment[state]}</h1>
    <p>${farewell(leaf, state)}</p>
    <dl>
      <dt>${text.incident}</dt>
      <dd>${titleOf(incident, labels)}, ${incident.number}</dd>
    </dl>
    ${checkin(assignment, leaf)}
    ${isCalledHome(assignment) && acks.stood_down !== 'read' && form(`${base}/read`, nonce, html`<button class="yes">${text.task.read}</button>`)}
    ${help(leaf)}
    <p class="small">${ownPage(leaf)}</p>`
}

/** The same as a page of its own. */
export const sosPage = ({ text, base, nonce }: Leaf): Html =>
  html`<h1>${text.sos.heading}</h1>
    <p>${text.sos.soon}</p>
    ${form(`${base}/sos`, nonce, sosFields(text.sos))}
    <p><a href="${base}">${text.sos.back}</a></p>`
