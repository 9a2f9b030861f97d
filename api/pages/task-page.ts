import { isActive } from '#contracts/domain/incident/read.ts'
import type { Assignment } from '#contracts/domain/incident/state.ts'
import { assignmentStates, type AssignmentStep } from '#contracts/domain/incident/words.ts'
import { areaName } from '#contracts/domain/reference.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import { checkin, messageForm, messagesOf, noteForm, photoForm } from './contact-parts.ts'
import { askedFor, titleOf } from './describe.ts'
import { html, type Html } from './html.ts'
import { form, placeFields, safety } from './parts.ts'
import { PERSONAL } from './personal/visitor.ts'
import type { Stage, Task } from './read-task.ts'

type AtWork = Extract<Stage, { at: 'task' }>

/** Where he goes on and off duty. */
const ownPage = html`<a href="${PERSONAL}">Halaman siaga saya</a>`

/** What the button of each step says. */
const buttons: Record<Exclude<AssignmentStep, 'accepted'>, string> = {
  en_route: 'Saya berangkat',
  on_scene: 'Saya tiba di lokasi',
  working: 'Saya mulai bertugas',
  completed: 'Tugas selesai',
}

const farewells: Partial<Record<Assignment['state'], string>> = {
  completed: 'Terima kasih. Bantuan Anda sangat berarti.',
  released: 'Tugas sudah Anda lepas. Terima kasih sudah memberi tahu.',
  failed: 'Terima kasih sudah memberi tahu. Posko mencari jalan lain.',
  stood_down: 'Anda tidak perlu ke lokasi lagi. Silakan kembali dengan selamat. Terima kasih.',
  reassigned: 'Tugas ini dialihkan ke relawan lain. Silakan kembali dengan selamat. Terima kasih.',
}

/** The task of somebody who accepted: the exact place, the next step, a way out, and help. */
export const taskPage = (task: Task, stage: AtWork, base: string, nonce: string): Html => {
  const { assignment } = stage
  if (!isActive(assignment)) return endPage(task, assignment, base, nonce)
  const { incident } = task
  const kind = askedFor(incident, assignment.needId)
  return html`<h1>${kind === null ? 'Tugas Anda' : indonesian.task[kind]}</h1>
    <p class="state">Status: <strong>${indonesian.assignment[assignment.state]}</strong></p>
    ${checkin(assignment, base, nonce)} ${messagesOf(stage.messages)} ${place(task, stage)}
    ${nextSteps(assignment, base, nonce)}
    <p><a class="sos" href="${base}/sos">Butuh bantuan (darurat)</a></p>
    <p data-share="${base}/position" hidden><button type="button">Bagikan posisi saya</button></p>
    ${safety(incident.hazard, kind)} ${photoForm(base, nonce)} ${noteForm(base, nonce)}
    ${messageForm(base, nonce)} ${wayOut(base, nonce)}
    <p class="small"><a href="${base}">Perbarui halaman</a> · ${ownPage}</p>`
}

const place = ({ incident, agency }: Task, { address, description }: AtWork): Html => {
  const { lat, lng, kelurahan } = incident.place
  const point = `${lat.toFixed(5)}, ${lng.toFixed(5)}`
  return html`<dl>
    <dt>Kejadian</dt>
    <dd>${titleOf(incident)}, ${incident.number}</dd>
    <dt>Wilayah</dt>
    <dd>${areaName(agency.kelurahan, incident.place, kelurahan)}</dd>
    ${
      address === null
        ? null
        : html`<dt>Alamat</dt>
            <dd>${address}</dd>`
    }
    <dt>Titik lokasi</dt>
    <dd>
      ${point}<br /><a rel="noreferrer noopener" href="https://maps.google.com/?q=${lat},${lng}"
        >Buka di peta</a
      >
    </dd>
    ${
      description === null
        ? null
        : html`<dt>Keterangan</dt>
            <dd class="text">${description}</dd>`
    }
  </dl>`
}

const nextSteps = ({ state }: Assignment, base: string, nonce: string): Html => {
  const done = assignmentStates.findIndex((step) => step === state)
  const [next, ...later] = assignmentStates.slice(done + 1).filter((step) => step !== 'accepted')
  const button = (step: keyof typeof buttons, look: string): Html =>
    form(
      `${base}/progress`,
      nonce,
      html`${placeFields}<input type="hidden" name="state" value="${step}" /><button class="${look}">
          ${buttons[step]}
        </button>`,
    )
  return html`${next === undefined ? null : button(next, 'yes')}${
    later.length > 0 &&
    html`<details>
      <summary>Langkah lain</summary>
      ${later.map((step) => button(step, 'plain'))}
    </details>`
  }`
}

const wayOut = (base: string, nonce: string): Html =>
  html`<details>
    <summary>Saya tidak dapat melanjutkan</summary>
    ${form(
      `${base}/progress`,
      nonce,
      html`${placeFields}<label
          >Sebab
          <select name="state">
            <option value="released">Saya lepas tugas ini</option>
            <option value="failed">Tugas tidak dapat dilaksanakan</option>
          </select></label
        >
        <label>Keterangan (boleh kosong)<textarea name="note" maxlength="1000" rows="3"></textarea></label>
        <button class="no">Kirim</button>`,
    )}
  </details>`

/** The task is over for him. A stand-down wants a sign that he has read it. */
const endPage = ({ incident }: Task, assignment: Assignment, base: string, nonce: string): Html => {
  const { state, acks } = assignment
  const calledHome = state === 'stood_down' || state === 'reassigned'
  return html`<h1>${indonesian.assignment[state]}</h1>
    <p>${farewells[state] ?? ''}</p>
    <dl>
      <dt>Kejadian</dt>
      <dd>${titleOf(incident)}, ${incident.number}</dd>
    </dl>
    ${checkin(assignment, base, nonce)}
    ${calledHome && acks.stood_down !== 'read' && form(`${base}/read`, nonce, html`<button class="yes">Saya sudah membaca</button>`)}
    <p><a class="sos" href="${base}/sos">Butuh bantuan (darurat)</a></p>
    <p class="small">${ownPage}</p>`
}

/** Asks once more before the alarm goes off; works without a script. */
export const sosPage = (base: string, nonce: string): Html =>
  html`<h1>Butuh bantuan?</h1>
    <p>Posko segera melihat peringatan ini dan menghubungi Anda.</p>
    ${form(
      `${base}/sos`,
      nonce,
      html`${placeFields}<label
          >Apa yang terjadi (boleh kosong)<textarea name="text" maxlength="1000" rows="3"></textarea>
        </label>
        <button class="sos" data-locate>Ya, kirim permintaan bantuan</button>`,
    )}
    <p><a href="${base}">Kembali</a></p>`
