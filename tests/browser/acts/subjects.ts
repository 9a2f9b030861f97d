import { id as words } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import type { Role } from '#contracts/domain/roles.ts'
import { wholeAgreement } from '#contracts/domain/volunteer/agreements.ts'
import type { IncidentDetail, VolunteerView } from '#contracts/wire/routes/views.ts'
import { aReport, signInAs, type TestCity } from '../../recovery/city.ts'
import type { Client } from '../../world/client.ts'
import { askedByText, calledForHelp } from './asked.ts'
import { partnerSubjects } from './of-partners.ts'

/** Where somebody acts, and by which words he finds it. */
export interface Subject {
  path: string
  /** A text that stands on the screen once this subject does. */
  shows: string
  /** Of somebody the act is about. */
  name?: string
}

const reporter = { name: 'Ibu Contoh', phone: '0812 9900 0101' }
const soon = (): string => new Date(Date.now() + 1_800_000).toISOString()

const file = ({ incident }: IncidentDetail): Subject => ({
  path: `/kejadian/${incident.id}`,
  shows: incident.number,
})
/** A page that needs nothing to be there. */
const onPage = (path: string, shows: string) => (): Promise<Subject> => Promise.resolve({ path, shows })
const person = ({ id, displayName }: VolunteerView): Subject => ({
  path: `/relawan/${id}`,
  shows: displayName,
  name: displayName,
})

/** What people act on, brought about by others than whoever acts on the screen: from here on nobody searches, nobody is asked. */
export const actSubjects = async (city: TestCity) => {
  const waiting = await askedByText(city)
  city.processes.worker.kill('SIGTERM')
  city.processes.simulator.kill('SIGTERM')
  const as: Record<'operator' | 'coordinator' | 'admin', Client> = {
    operator: city.operator,
    coordinator: await signInAs(city, 'coordinator'),
    admin: await signInAs(city, 'admin'),
  }
  const { operator, coordinator, admin } = as
  let count = 0
  const next = (): number => (count += 1)

  const reported = (more: object = {}): Promise<IncidentDetail> =>
    operator.call('reportIncident', { body: { ...aReport(), verified: false, ...more } })
  const planned = async (): Promise<IncidentDetail> => {
    const { incident } = await reported({ verified: true })
    const needs = [{ task: 'pantau', quantity: 2 }]
    return operator.call('setNeeds', { params: { id: incident.id }, body: { needs } })
  }
  const asking = async (): Promise<IncidentDetail> => {
    const { incident } = await planned()
    return operator.call('dispatchIncident', { params: { id: incident.id }, body: {} })
  }
  /** The second of two, and the number of the first. */
  const twice = async (): Promise<{ first: IncidentDetail; second: IncidentDetail }> => ({
    first: await reported(),
    second: await reported(),
  })

  const registered = (): Promise<VolunteerView> => {
    const number = String(next()).padStart(4, '0')
    const body = {
      displayName: `Contoh Relawan ${number}`,
      phone: `0812 9901 ${number}`,
      plate: `DH ${number} XX`,
      vehicle: 'motorcycle',
    }
    return coordinator.call('registerVolunteer', { body })
  }
  const active = async (): Promise<VolunteerView> => {
    const { id } = await registered()
    return coordinator.call('activateVolunteer', { params: { id }, body: { agreements: wholeAgreement } })
  }
  const trained = async (): Promise<VolunteerView> => {
    const { id } = await active()
    const body = { course: 'lanjutan', until: null }
    return coordinator.call('recordTraining', { params: { id }, body })
  }
  const onDuty = async (): Promise<VolunteerView> => {
    const { id } = await active()
    return coordinator.call('setDuty', { params: { id }, body: { duty: 'on', declaredArea: 'Oebufu' } })
  }
  const suspended = async (): Promise<VolunteerView> => {
    const { id } = await active()
    return coordinator.call('suspendVolunteer', { params: { id }, body: { note: 'Untuk percobaan.' } })
  }
  /** An incident to which one volunteer was bound by hand. */
  const withTeam = async (): Promise<{ detail: IncidentDetail; name: string }> => {
    const { incident } = await asking()
    const { id: volunteerId, displayName } = await onDuty()
    const body = { needId: incident.needs[0]?.id, volunteerId, reason: 'Ditelepon.' }
    const detail = await operator.call('assignByHand', { params: { id: incident.id }, body })
    return { detail, name: displayName }
  }
  const team = async (): Promise<Subject> => {
    const { detail, name } = await withTeam()
    return { ...file(detail), name }
  }
  const user = async (role: Role = 'operator'): Promise<Subject> => {
    const login = `percobaan-${String(next())}`
    const displayName = `Contoh ${login}`
    const { id } = await admin.call('createUser', { body: { login, displayName, role } })
    return { path: `/pengguna/${id}`, shows: displayName, name: displayName }
  }
  const present = async (): Promise<string | null> => {
    const [shift] = (await operator.call('listShifts')).shifts
    return shift !== undefined && shift.handedOver === null ? shift.id : null
  }
  const noShift = async (): Promise<Subject> => {
    const id = await present()
    if (id !== null) await operator.call('handOverShift', { params: { id }, body: {} })
    return { path: '/piket', shows: 'Belum ada regu piket' }
  }

  const shift = async (): Promise<Subject> => {
    await noShift()
    const crew = [`Contoh Regu ${String(next())}`]
    await operator.call('startShift', { body: { crew, cutoffAt: soon() } })
    return { path: '/piket', shows: crew[0] ?? '' }
  }

  return {
    as,
    ...partnerSubjects(admin, next),
    reported: async () => file(await reported()),
    withReporter: async () => file(await reported({ reporter })),
    toBeCalled: async () => file(await reported({ reporter, callBackAt: soon() })),
    askedByText: () => Promise.resolve(waiting),
    calledForHelp: () => calledForHelp(city),
    reportedTwice: async () => {
      const { first, second } = await twice()
      return { ...file(second), name: first.incident.number }
    },
    merged: async () => {
      const { first, second } = await twice()
      const params = { id: second.incident.id }
      return file(await operator.call('markDuplicate', { params, body: { of: first.incident.id } }))
    },
    verified: async () => file(await reported({ verified: true })),
    planned: async () => file(await planned()),
    toBeReported: async (): Promise<Subject> => {
      const { incident } = await asking()
      return { path: `/laporan/kejadian/${incident.id}`, shows: incident.number }
    },
    asking: async () => file(await asking()),
    /** Somebody is on duty and free to be chosen. */
    askingBeside: async () => {
      const { displayName: name } = await onDuty()
      return { ...file(await asking()), name }
    },
    controlled: async () => {
      const { incident } = await asking()
      return file(await operator.call('controlIncident', { params: { id: incident.id }, body: {} }))
    },
    team,
    withTeam,
    /** Somebody else is free to be chosen. */
    teamBeside: async (): Promise<Subject> => {
      const { detail } = await withTeam()
      const { displayName: name } = await onDuty()
      return { ...file(detail), name }
    },
    registered: async () => person(await registered()),
    active: async () => person(await active()),
    onDuty: async () => person(await onDuty()),
    trained: async () => person(await trained()),
    suspended: async () => person(await suspended()),
    user,
    disabledUser: async () => {
      const subject = await user()
      const id = subject.path.split('/').at(-1) ?? ''
      await admin.call('disableUser', { params: { id } })
      return subject
    },
    registry: onPage('/relawan', words.volunteers.register),
    noZone: onPage('/zona', words.zones.draw),
    deadlines: onPage('/pengaturan/batas-waktu', officeId.settings.slaTitle),
    templates: onPage('/pengaturan/templat', officeId.settings.needsTitle),
    everybody: onPage('/pengguna', officeId.people.create),
    noShift,
    shift,
    shiftOver: async (): Promise<Subject> => {
      const subject = await shift()
      await noShift()
      return subject
    },
    partnerList: onPage('/mitra', officeId.partners.create),
    rules: onPage('/pengaturan/cara-mencari', officeId.settings.fields.alertsPerDay.label),
    /** The bar stands on every page. */
    inRain: async (): Promise<Subject> => {
      const { number } = await admin.call('readPolicy', {})
      const change = { weather: 'heavy_rain', weatherUntil: soon() }
      await admin.call('changePolicy', { body: { expected: number, change, reason: 'Hujan contoh.' } })
      return { path: '/peringatan', shows: words.incident.alarms.title }
    },
    zone: async (): Promise<Subject> => {
      const reason = `Zona percobaan ${String(next())}`
      const [south, north, west, east] = [-10.2, -10.19, 123.58, 123.59]
      const ring = [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ]
      const polygon = { type: 'Polygon', coordinates: [ring] }
      const body = { kind: 'banjir', polygon, bars: ['car'], until: soon(), reason }
      await operator.call('drawZone', { body })
      return { path: '/zona', shows: reason }
    },
  }
}
export type ActSubjects = Awaited<ReturnType<typeof actSubjects>>
