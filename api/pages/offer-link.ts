import { askedFor, titleOf } from './describe.ts'
import { Refusal } from '#contracts/domain/refusal.ts'
import { areaName } from '#contracts/domain/reference.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { offerOf } from '#contracts/domain/incident/read.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { indonesian } from '#contracts/wire/labels/id.ts'
import { witaTime } from '#contracts/wire/time.ts'
import { linkPath } from '#contracts/runtime/task-link.ts'

export const linkOf = (site: { publicUrl: string; serverKey: string }, offerId: string): string =>
  site.publicUrl + linkPath(site.serverKey, offerId)

/**
 * The task link of an offer and the text to copy for WhatsApp ("Salin pesan"): the task and the coarse area, nothing that
 * a wrong reader must not know. @throws Refusal `not_found` when this incident never made the offer
 */
export const offerLink = (
  site: { publicUrl: string; serverKey: string },
  agency: Pick<Agency, 'name' | 'kelurahan'>,
  incident: Incident,
  offerId: string,
  code: string | null,
): { url: string; text: string } => {
  const asked = incident.asked.find((entry) => entry.offerId === offerId)
  if (asked === undefined) throw new Refusal('not_found', { offerId })
  const url = linkOf(site, offerId)
  const offer = offerOf(incident, offerId)
  const task = askedFor(incident, asked.needId)
  const lines = [
    `${incident.drill ? 'LATIHAN. ' : ''}${offer ? 'Tawaran tugas relawan' : 'Tugas relawan'} dari ${agency.name}`,
    '',
    ...(task === null ? [] : [`Tugas: ${indonesian.task[task]}`]),
    `Kejadian: ${titleOf(incident)}`,
    `Wilayah: ${areaName(agency.kelurahan, incident.place, incident.place.kelurahan)}`,
    ...(offer === undefined ? [] : [`Jawab sebelum pukul ${witaTime(offer.expiresAt)}`]),
    '',
    offer ? `Buka tautan ini untuk menerima atau menolak:` : `Buka tautan ini untuk melihat tugas Anda:`,
    url,
    ...(offer === undefined || code === null
      ? []
      : [`Tanpa internet: telepon posko dan sebutkan kode ${code}.`]),
    '',
    'Tautan ini hanya untuk Anda. Mohon tidak diteruskan.',
  ]
  return { url, text: lines.join('\n') }
}
