import type { Step } from '../../../dashboard/src/panels/incident/steps.ts'
import type { sections, furtherSections } from '../../../dashboard/src/panels/frame/sections.ts'

/** Columns as in the matrix of the api: O operator, S supervisor, C commander, K kalak, P pimpinan, V coordinator, M partner_admin, A admin. */
type SectionName = (typeof sections)[number]['name'] | (typeof furtherSections)[number]['name']

/** Whose bars lead where. A section without a row does not compile. */
export const inTheBars: Record<SectionName, string> = {
  incidents: 'OSCKPV-A',
  map: 'OSCKPV-A',
  volunteers: 'OSCK-V-A',
  alarms: 'OSCKPV-A',
  verification: 'OS------',
  zones: 'OSCKPV-A',
  reports: 'OSCKP--A',
  shift: 'OSCK---A',
  audit: '-SCKP--A',
  partners: '-S-K--MA',
  people: '-------A',
  coverage: 'OSCK-V-A',
  rules: '-SCK---A',
  wall: 'OSCKPV-A',
}

/** Who stays at an address when he types it; anybody else is led to what is his. */
export const atAddresses: Record<string, string> = {
  komando: 'OSCKPV-A',
  'kejadian/baru': 'OS------',
  'kejadian/:id?': 'OSCKPV-A',
  'relawan/:id?': 'OSCK-V-A',
  peta: 'OSCKPV-A',
  zona: 'OSCKPV-A',
  jangkauan: 'OSCK-V-A',
  peringatan: 'OSCKPV-A',
  'laporan/kejadian/:id/:part?': 'OSCKP--A',
  'laporan/:part?': 'OSCKP--A',
  'mitra/:id?/:part?': '-S-K--MA',
  'pengguna/:id?': '-------A',
  // His own account is everybody's.
  akun: 'OSCKPVMA',
  verifikasi: 'OS------',
  piket: 'OSCK---A',
  'pengaturan/:part?': '-SCK---A',
  audit: '-SCKP--A',
  '*': 'OSCKPVMA',
}

/** Who is offered a step of an incident when its state allows it. */
export const stepsOf: Record<Step, string> = {
  verify: 'OS------',
  reject: 'OS------',
  refer: 'OS------',
  duplicate: 'OS------',
  undoDuplicate: 'OS------',
  needs: 'OSC-----',
  dispatch: 'OSC-----',
  askAgain: 'OSC-----',
  widen: 'OSC-----',
  escalate: 'OSC-----',
  correct: 'OSC-----',
  standDown: 'OSCK----',
  cancel: 'OSCK----',
  control: 'OSCK----',
  resume: 'OSCK----',
  close: 'OSCK----',
}
