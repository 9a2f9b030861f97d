import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import { firstProcedure } from '#contracts/domain/procedure/defaults.ts'
import { procedureIdOf } from '#contracts/domain/procedure/procedure.ts'
import { digest } from '#contracts/runtime/ids.ts'
import type { Store } from '#contracts/store/store.ts'
import { AGENCY, idOf, type Pen } from './write.ts'

export const PARTNER = idOf('ptn', 'mitra')
export const volunteerOf = (n: number): string => idOf('vol', `relawan ${n}`)

/** Invented people on duty, and everything that may be told of a volunteer. */
export const writeVolunteers = async (pen: Pen, store: Store, many: number): Promise<void> => {
  for (let n = 1; n <= many; n += 1) {
    const id = volunteerOf(n)
    const phone = `+628120200${String(1000 + n)}`
    await store.texts.keepPerson({ _id: id, agencyId: AGENCY, displayName: `Relawan Contoh ${n}`, phone, plate: null }) // prettier-ignore
    await pen.write(
      'volunteer',
      id,
      { type: 'volunteer.registered', data: { partnerId: PARTNER, ref: `contoh-${n}`, personKey: digest(phone), vehicle: 'motorcycle', skills: [], channel: 'webhook' } },
      ...wholeAgreement.map((data) => ({ type: 'volunteer.agreed' as const, data })),
      { type: 'volunteer.activated', data: {} },
      { type: 'volunteer.duty_changed', data: { duty: 'on', declaredArea: null, until: null } },
    ) // prettier-ignore
  }
  const [calling, leaving] = [volunteerOf(1), volunteerOf(many)]
  await pen.write('volunteer', calling, { type: 'volunteer.updated', data: { vehicle: 'car', told: ['vehicle'], saidAt: pen.in(0) } }) // prettier-ignore
  await pen.write('volunteer', calling, { type: 'volunteer.said_again', data: { told: ['vehicle'], saidAt: pen.in(0) } }) // prettier-ignore
  await pen.write('volunteer', calling, { type: 'volunteer.trained', data: { course: 'dasar', until: null } })
  await pen.write('volunteer', calling, { type: 'volunteer.duty_limited', data: { dutyLimitS: 28_800 } })
  await pen.write('volunteer', calling, { type: 'volunteer.phone_shown', data: { reason: 'koordinasi', textId: null, digest: null } }) // prettier-ignore
  await pen.write('volunteer', calling, { type: 'volunteer.sos', data: { point: null } })
  await pen.write('volunteer', calling, { type: 'volunteer.sos_acknowledged', data: {} })
  const { textId } = await pen.text(leaving, 'Contoh: tidak dapat dihubungi.')
  await pen.write('volunteer', leaving, { type: 'volunteer.suspended', data: { reason: textId } })
  await pen.write('volunteer', leaving, { type: 'volunteer.reinstated', data: {} })
  await pen.write('volunteer', leaving, { type: 'volunteer.withdrawn', data: {} })
}

export const writePartner = async (pen: Pen): Promise<void> => {
  const [url, pingId] = ['https://mitra.example/hook', 'msg_contoh']
  const [first, second] = [idOf('sec', 'first'), idOf('sec', 'second')]
  const { textId: reason } = await pen.text(PARTNER, 'Contoh: pemeliharaan.')
  await pen.write('partner', PARTNER, { type: 'partner.created', data: { ref: 'contoh', name: 'Mitra Contoh', sandbox: false } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.endpoint_proposed', data: { url: `${url}/lama`, pingId } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.endpoint_dropped', data: { url: `${url}/lama` } })
  await pen.write('partner', PARTNER, { type: 'partner.endpoint_proposed', data: { url, pingId } })
  await pen.write('partner', PARTNER, { type: 'partner.endpoint_checked', data: { url, pingId } })
  await pen.write('partner', PARTNER, { type: 'partner.endpoint_set', data: { url } })
  await pen.write('partner', PARTNER, { type: 'partner.secret_added', data: { secretId: first, direction: 'in' } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.secret_added', data: { secretId: second, direction: 'in' } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.secret_retiring', data: { secretId: first, direction: 'in', until: pen.in(86_400) } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.secret_retired', data: { secretId: first, direction: 'in' } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.replay_ordered', data: { deliveryId: 'dlv_contoh', reason } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.letter_set_aside', data: { deliveryId: 'dlv_contoh' } }) // prettier-ignore
  await pen.write('partner', PARTNER, { type: 'partner.disabled', data: { reason } })
  await pen.write('partner', PARTNER, { type: 'partner.enabled', data: { reason } })
}

/** Who signs in, when crews change, where it is dangerous, and by what the agency goes. */
export const writeAgency = async (pen: Pen): Promise<void> => {
  const user = idOf('usr', 'petugas')
  await pen.write('user', user, { type: 'user.created', data: { role: 'operator', partnerId: null } })
  await pen.write('user', user, { type: 'user.role_changed', data: { role: 'supervisor' } })
  await pen.write('user', user, { type: 'user.password_changed', data: {} })
  await pen.write('user', user, { type: 'user.disabled', data: {} })
  await pen.write('user', user, { type: 'user.enabled', data: {} })

  const shift = idOf('shf', 'regu')
  const text = await pen.text(shift, 'Contoh: hujan lebat sejak pagi.')
  await pen.write('shift', shift, { type: 'shift.started', data: { crew: text, crewSize: 3, cutoffAt: pen.in(28_800), after: null } }) // prettier-ignore
  await pen.write('shift', shift, { type: 'shift.logged', data: { entryId: 'log_contoh', category: 'cuaca', text, late: false, corrects: null } }) // prettier-ignore
  const sheet = { seq: 1, hash: null, incidents: [], stalled: [], out: [], alarms: [] }
  await pen.write('shift', shift, { type: 'shift.handed_over', data: { note: text, sheet } })

  const zone = idOf('zn', 'bahaya')
  const ring = [[123.6, -10.18], [123.61, -10.18], [123.61, -10.17], [123.6, -10.18]] as [number, number][] // prettier-ignore
  const drawn = { kind: 'banjir' as const, ring, bars: ['motorcycle' as const], from: pen.in(0), until: pen.in(3600), reason: text } // prettier-ignore
  await pen.write('zone', zone, { type: 'zone.drawn', data: { ...drawn, drill: false } })
  await pen.write('zone', zone, { type: 'zone.changed', data: { until: pen.in(1800) } })
  await pen.write('zone', zone, { type: 'zone.ended', data: {} })

  const procedure = procedureIdOf(AGENCY)
  await pen.write('procedure', procedure, { type: 'procedure.adopted', data: { number: 1, settings: firstProcedure } }) // prettier-ignore
  await pen.write('procedure', procedure, { type: 'procedure.changed', data: { number: 2, differences: [{ field: 'sla.verifyS', from: firstProcedure.sla.verifyS, to: 240 }], reason: text } }) // prettier-ignore
}
