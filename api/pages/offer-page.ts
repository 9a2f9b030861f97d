import { areaName } from '#contracts/domain/reference.ts'
import type { Offer } from '#contracts/domain/incident/state.ts'
import { declineReasons } from '#contracts/domain/words.ts'
import { coarseEtaS } from '#contracts/wire/coarse.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import { whySentence } from '#contracts/wire/labels/why.ts'
import { aboutTime, witaTime } from '#contracts/wire/time.ts'
import { askedFor, titleOf } from './describe.ts'
import { form, safety } from './parts.ts'
import { html, type Html } from './html.ts'
import type { Task } from './read-task.ts'

/** A task is offered: what, roughly where, why him, until when, how to stay safe. Nothing exact before he accepts. */
export const offerPage = (task: Task, offer: Offer, base: string, nonce: string, now: string): Html => {
  const { incident, agency } = task
  const kind = askedFor(incident, offer.needId)
  return html`<h1>${kind === null ? 'Tawaran tugas' : indonesian.task[kind]}</h1>
    <p class="clock">
      Jawab sebelum <strong>${witaTime(offer.expiresAt)}</strong
      ><span data-until="${offer.expiresAt}" data-now="${now}"></span>
    </p>
    <dl>
      <dt>Kejadian</dt>
      <dd>${titleOf(incident)}</dd>
      <dt>Wilayah</dt>
      <dd>${areaName(agency.kelurahan, incident.place, incident.place.kelurahan)}</dd>
      ${
        offer.why &&
        html`<dt>Perkiraan tiba</dt>
          <dd>${aboutTime(coarseEtaS(offer.why.etaS))}</dd>`
      }
    </dl>
    <p>${whySentence(offer)}</p>
    ${safety(incident.hazard, kind)}
    ${form(`${base}/accept`, nonce, html`<button class="yes">Terima tugas</button>`)}
    <details>
      <summary>Saya tidak bisa</summary>
      ${form(
        `${base}/decline`,
        nonce,
        html`<label
            >Alasan penolakan
            <select name="reason">
              ${declineReasons.map((reason) => html`<option value="${reason}">${indonesian.decline[reason]}</option>`)}
            </select></label
          >
          <button class="no">Tolak tugas</button>`,
      )}
    </details>
    <p class="small">
      Alamat lengkap tampil setelah Anda menerima. Anda boleh menolak tanpa akibat apa pun.
    </p>`
}

/** The offer is over. Whoever comes late may still say yes while others are being looked for. */
export const overPage = ({ incident, asked }: Task, stillAsked: boolean, base: string, nonce: string): Html =>
  html`<h1>Tawaran ini sudah berakhir</h1>
    <p>
      ${asked.ended === 'withdrawn' ? 'Kebutuhan relawan untuk tugas ini sudah berubah atau terpenuhi.' : 'Waktu untuk menjawab sudah lewat.'}
      Terima kasih sudah siaga.
    </p>
    <dl>
      <dt>Kejadian</dt>
      <dd>${titleOf(incident)}</dd>
    </dl>
    ${
      stillAsked &&
      html`<p>Bila Anda masih bisa membantu, beri tahu kami. Jawabannya langsung tampil di sini.</p>
        ${form(`${base}/accept`, nonce, html`<button class="yes">Saya masih bisa membantu</button>`)}`
    }`

export const declinedPage = (): Html =>
  html`<h1>Anda menolak tawaran ini</h1>
    <p>Terima kasih atas jawabannya. Kami mencari relawan lain.</p>`
