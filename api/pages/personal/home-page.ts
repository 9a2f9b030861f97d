import { missingAgreements } from '#contracts/domain/volunteer/agreements.ts'
import { labelsIn } from '#contracts/wire/labels/labels.ts'
import { html, type Html } from '../html.ts'
import { sosBox, sosFields } from '../parts.ts'
import { dutyCard } from './duty-card.ts'
import { type Frame, ownForm } from './frame.ts'
import { selfKey, type Self } from './read-self.ts'
import { taskCard } from './task-card.ts'
import { PERSONAL } from './visitor.ts'

/** Texts that he has not agreed to yet, and the button that does. */
const agreement = (frame: Frame, { volunteer }: Self): Html | false => {
  const missing = missingAgreements(volunteer)
  const { agree } = frame.text
  return (
    missing.length > 0 &&
    html`<section class="card">
      <h2>${agree.heading}</h2>
      <ul>
        ${missing.map((kind) => html`<li>${agree[kind]}</li>`)}
      </ul>
      ${ownForm(frame, 'setuju', html`<button class="yes">${agree.button}</button>`)}
    </section>`
  )
}

/** Task, duty, help: in this order. */
export const homePage = (frame: Frame, self: Self, serverKey: string): Html => {
  const { text, locale } = frame
  const { volunteer, person, task, elsewhere, unfit } = self
  const reason =
    unfit === null || unfit === 'not_active' ? null : (labelsIn(locale).matchReason[unfit] ?? unfit)
  return html`<div data-stage="${selfKey(self)}" data-base="${PERSONAL}">
    <h1>${text.hello(person?.displayName ?? '')}</h1>
    ${volunteer.standing === 'pending' && html`<p class="result calm">${text.pending}</p>`}
    ${agreement(frame, self)} ${reason !== null && html`<p class="result calm">${text.unfit(reason)}</p>`}
    ${elsewhere && html`<p class="result calm">${text.elsewhere}</p>`}
    ${task === null && !elsewhere && html`<p class="small">${text.nothing}</p>`}
    ${task && taskCard(frame, task, serverKey)} ${dutyCard(frame, self)}
    ${sosBox(text.sos.link, text.sos.intro, ownForm(frame, 'sos', sosFields(text.sos)))}
  </div>`
}
