import { isCounted } from '#contracts/domain/incident/impact.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { IncidentStatus } from '#contracts/domain/incident/words.ts'
import type { Instant } from '#contracts/domain/instant.ts'
import type { Agency } from '#contracts/store/documents.ts'
import { labelsIn } from '#contracts/wire/labels/labels.ts'
import { witaDateTime } from '#contracts/wire/time.ts'
import { materialLines, NIL, UNKNOWN, victimLines } from './damage-lines.ts'
import { effortsOf } from './efforts.ts'
import { cityOf, heading, locationOf, sourceOf } from './letter.ts'

/** What stands under KONDISI MUTAKHIR until somebody writes more. */
const conditions: Record<IncidentStatus, string> = {
  reported: 'Laporan diterima, dalam verifikasi.',
  verified: 'Terverifikasi, pengerahan disiapkan.',
  dispatching: 'Relawan sedang dicari.',
  responding: 'Dalam penanganan.',
  controlled: 'Terkendali.',
  closed: 'Selesai ditangani.',
  rejected: 'Laporan ditolak: bukan kedaruratan atau palsu.',
  duplicate: 'Laporan ganda; penanganan di kejadian lain.',
  referred: 'Dirujuk ke instansi berwenang.',
  cancelled: 'Dibatalkan.',
}

export interface Told {
  agency: Pick<Agency, 'name' | 'addressees' | 'kelurahan'>
  incident: Incident
  /** Bodies by text id; an erased one is missing. */
  texts: Readonly<Record<string, string>>
  at: Instant
}

const section = (title: string, ...lines: string[]): string => [`■ ${title}`, ...lines].join('\n')

/** The situation report of one incident in the form in use at the agencies, ready to be pasted into WhatsApp. */
export const sitrepText = ({ agency, incident, texts, at }: Told): string => {
  const { hazard, place, occurredAt, descriptionId, impact, status, drill } = incident
  const label = labelsIn('id').hazard[hazard]
  const told = (id: string | null | undefined): string | undefined =>
    typeof id === 'string' ? texts[id]?.replaceAll('\r\n', '\n').trim() : undefined
  const efforts = told(impact?.efforts)
  return [
    ...heading(agency, 'Update Kejadian Bencana', `Rilis laporan: ${witaDateTime(at)}`, drill),
    section('JENIS KEJADIAN', label),
    section('WAKTU KEJADIAN', witaDateTime(occurredAt)),
    section('LOKASI KEJADIAN', `${locationOf(agency.kelurahan, place)}, ${cityOf(agency)}`),
    section('LETAK GEOGRAFI', `${place.lat.toFixed(4)}, ${place.lng.toFixed(4)}`),
    section('KRONOLOGI', told(descriptionId) ?? UNKNOWN),
    section('PENYEBAB', told(impact?.cause) ?? label),
    section(
      'DAMPAK',
      '※ KORBAN',
      ...(impact === undefined ? [UNKNOWN] : victimLines(impact)),
      '※ MATERIL',
      ...(impact === undefined ? [UNKNOWN] : materialLines(impact)),
    ),
    section('KONDISI MUTAKHIR', told(impact?.condition) ?? conditions[status]),
    section('UPAYA', ...effortsOf(incident), ...(efforts === undefined ? [] : [efforts])),
    section(
      'KEBUTUHAN MENDESAK',
      told(impact?.urgentNeeds) ?? (impact !== undefined && isCounted(impact) ? NIL : UNKNOWN),
    ),
    section('SUMBER', sourceOf(agency)),
  ].join('\n')
}
