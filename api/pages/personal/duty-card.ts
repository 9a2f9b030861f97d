import { plusSeconds, type Instant } from '#contracts/domain/instant.ts'
import type { Kelurahan } from '#contracts/domain/reference.ts'
import { witaTime } from '#contracts/wire/time.ts'
import { html, type Html } from '../html.ts'
import { type Frame, ownForm } from './frame.ts'
import type { Self } from './read-self.ts'

const HOUR_S = 3600
const LONGEST_H = 14
const MORNING = '06.00'

/** The full hours that lie ahead, in Kupang's time. */
const hoursAfter = (now: Instant): Instant[] => {
  const next = new Date(Math.ceil(Date.parse(now) / (HOUR_S * 1000)) * HOUR_S * 1000).toISOString()
  return Array.from({ length: LONGEST_H }, (_, count) => plusSeconds(next, (count + 1) * HOUR_S))
}

const choice = (value: string, label: string, isChosen: boolean): Html =>
  isChosen
    ? html`<option value="${value}" selected>${label}</option>`
    : html`<option value="${value}">${label}</option>`

const areas = (all: readonly Kelurahan[], chosen: string | null): Html[] => {
  const kecamatan = [...new Set(all.map((area) => area.kecamatan))].sort()
  return kecamatan.map((name) => {
    const own = all.filter((area) => area.kecamatan === name).sort((a, b) => a.name.localeCompare(b.name))
    return html`<optgroup label="${name}">
      ${own.map((area) => choice(area.code, area.name, area.code === chosen))}
    </optgroup>`
  })
}

/** Until when: a night's duty ends in the morning unless he says otherwise. */
const ends = ({ now, text }: Frame): Html[] => {
  const hours = hoursAfter(now)
  const usual = hours.find((hour) => witaTime(hour).startsWith(MORNING)) ?? hours[3]
  return [
    ...hours.map((hour) => choice(hour, witaTime(hour), hour === usual)),
    choice('', text.duty.noEnd, false),
  ]
}

const dutyForm = (frame: Frame, { agency, volunteer }: Self, button: string, look: string): Html => {
  const { duty } = frame.text
  return ownForm(
    frame,
    'mulai',
    html`<label
        >${duty.area}<select name="area" required>
          ${volunteer.declaredArea === null && choice('', duty.noArea, true)}
          ${areas(agency.kelurahan, volunteer.declaredArea)}
        </select></label
      >
      <label
        >${duty.end}<select name="until">
          ${ends(frame)}
        </select></label
      >
      <button class="${look}">${button}</button>`,
  )
}

/** "Siaga malam": on or off, until when, and in which kelurahan. */
export const dutyCard = (frame: Frame, self: Self): Html => {
  const { volunteer, agency } = self
  const { duty: words } = frame.text
  const { duty, dutyUntil = null, declaredArea, standing } = volunteer
  const area = agency.kelurahan.find(({ code }) => code === declaredArea)?.name
  const where = area === undefined ? '' : words.at(area)
  const until = dutyUntil === null ? words.open : words.until(witaTime(dutyUntil))
  return html`<section class="card">
    <h2>${words.heading}</h2>
    <p class="state ${duty}">
      <strong>${words.state[duty]}</strong>${duty === 'off' ? null : html` ${until}<br />${where}`}
    </p>
    ${
      duty === 'off'
        ? standing === 'active' &&
          html`${dutyForm(frame, self, words.start, 'yes')}
            <p class="small">${words.hint}</p>`
        : html`${ownForm(frame, 'akhiri', html`<button class="no">${words.stop}</button>`)}
            <details>
              <summary>${words.change}</summary>
              ${dutyForm(frame, self, words.save, 'plain')}
            </details>`
    }
  </section>`
}
