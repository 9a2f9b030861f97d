import { labelsIn } from '#contracts/wire/labels/labels.ts'
import { witaDate, witaTime } from '#contracts/wire/time.ts'
import type { ServiceRecord } from '../../queries/service-record.ts'
import { html, type Html } from '../html.ts'
import { sosFields } from '../parts.ts'
import { type Frame, ownForm } from './frame.ts'
import type { Self } from './read-self.ts'
import { PERSONAL } from './visitor.ts'

/** "12 jam 30 menit" would not fit a small screen: hours and minutes as 12:30. */
const hoursOf = (seconds: number): string => {
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** What he has done, and how long. */
export const historyPage = ({ text, locale }: Frame, { agency }: Self, record: ServiceRecord): Html => {
  const { history } = text
  const labels = labelsIn(locale)
  const areaOf = (code: string | null) => agency.kelurahan.find((area) => area.code === code)?.name
  return html`<h1>${history.heading}</h1>
    <dl class="figures">
      <div>
        <dt>${history.tasks}</dt>
        <dd>${record.completed}</dd>
      </div>
      <div>
        <dt>${history.taskTime}</dt>
        <dd>${hoursOf(record.taskS)}</dd>
      </div>
      <div>
        <dt>${history.dutyTime}</dt>
        <dd>${hoursOf(record.dutyS)}</dd>
      </div>
    </dl>
    ${
      record.tasks.length === 0
        ? html`<p>${history.none}</p>`
        : html`<h2>${history.list}</h2>
            <ol class="rows">
              ${record.tasks.map(
                ({ number, hazard, task, kelurahan, state, acceptedAt, tookS }) =>
                  html`<li>
                    <strong>${task === null ? labels.hazard[hazard] : labels.task[task]}</strong>
                    <span class="small">${labels.assignment[state]}</span><br />
                    <span class="small"
                      >${witaDate(acceptedAt, locale)} ${witaTime(acceptedAt)},
                      ${history.minutes(Math.round(tookS / 60))}<br />${labels.hazard[hazard]},
                      ${areaOf(kelurahan) ?? ''} ${number}</span
                    >
                  </li>`,
              )}
            </ol>`
    }`
}

/** What is known of him, what he agreed to, and the way out. */
export const dataPage = (frame: Frame, { volunteer, person }: Self): Html => {
  const { text, locale } = frame
  const { data } = text
  const labels = labelsIn(locale)
  const day = (at: string | null | undefined): string =>
    at == null ? data.none : data.until(witaDate(at, locale))
  const agreed = (kind: 'consent' | 'code_of_conduct'): string => {
    const held = volunteer.agreements?.find(({ to }) => to === kind)
    return held === undefined ? data.none : `${data.since(witaDate(held.at, locale))} (${held.version})`
  }
  const rows: readonly (readonly [string, string])[] = [
    [data.name, person?.displayName ?? data.none],
    [data.phone, person?.phone ?? data.none],
    [data.plate, person?.plate ?? data.none],
    [data.vehicle, labels.vehicle[volunteer.vehicle]],
    [data.skills, volunteer.skills.map((skill) => labels.skill[skill]).join(', ') || data.none],
    [data.training, day(volunteer.trainedUntil)],
    [data.insurance, day(volunteer.insuredUntil)],
    [data.consent, agreed('consent')],
    [data.code_of_conduct, agreed('code_of_conduct')],
  ]
  return html`<h1>${data.heading}</h1>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p class="small">${data.wrong}</p>
    <p><a href="${PERSONAL}/data.json" download>${data.download}</a></p>
    <details>
      <summary>${data.leave}</summary>
      <p>${data.leaveText}</p>
      ${ownForm(
        frame,
        'tarik',
        html`<label class="tick"
            ><input type="checkbox" name="sure" value="yes" required /> ${data.leaveSure}</label
          >
          <button class="sos">${data.leaveButton}</button>`,
      )}
    </details>`
}

/** "Butuh bantuan" as a page of its own. */
export const ownSosPage = (frame: Frame): Html => {
  const { sos, back } = frame.text
  return html`<h1>${sos.heading}</h1>
    <p>${sos.intro}</p>
    ${ownForm(frame, 'sos', sosFields(sos))}
    <p><a href="${PERSONAL}">${back}</a></p>`
}
