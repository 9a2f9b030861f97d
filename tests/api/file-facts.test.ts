import { afterAll, beforeAll, expect, it } from 'vitest'

import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Step } from '../../dashboard/src/panels/incident/steps.ts'
import { audit } from '../world/audit.ts'
import type { Call } from '../world/client.ts'
import { startApiWorld, type ApiWorld } from './api-world.ts'
import { given, twoMotorcycles, type Given } from './given.ts'
import { noDamage } from '../world/no-damage.ts'
import { PIXEL } from './rows/response.ts'

let world: ApiWorld
beforeAll(async () => {
  world = await startApiWorld()
})
afterAll(async () => world.stop())

const reporter = { name: 'Ibu Contoh', phone: '0812 0000 0101' }
const inHalfAnHour = (): string => new Date(Date.now() + 1_800_000).toISOString()

interface Button {
  route: RouteName
  from: (given: Given) => Promise<IncidentDetail>
  body?: (detail: IncidentDetail, given: Given) => Promise<object> | object
  params?: (detail: IncidentDetail) => object
  /** What the ledger holds of it afterwards, in order. */
  facts: string[]
}

const needId = ({ incident }: IncidentDetail): string => incident.needs[0]?.id ?? ''
const teamOf = ({ incident }: IncidentDetail): string[] => incident.assignments.map(({ id }) => id)

/** What else stands in the file beside the steps of the whole. */
type Beside =
  | 'assign'
  | 'replace'
  | 'dropNeed'
  | 'note'
  | 'photo'
  | 'message'
  | 'checkin'
  | 'trcDeparted'
  | 'trcArrived'
  | 'acknowledge'
  | 'impact'
  | 'reporterPhone'
  | 'teamPhone'
  | 'callback'
  | 'called'

/** Every button of the incident's file; one that leaves no fact, or none of a new step, does not compile. */
const buttons: Record<Step | Beside, Button> = {
  verify: { route: 'verifyIncident', from: (g) => g.reported(), facts: ['incident.verified'] },
  reject: {
    route: 'rejectIncident',
    from: (g) => g.reported(),
    body: () => ({ reason: 'palsu' }),
    facts: ['incident.rejected'],
  },
  refer: {
    route: 'referIncident',
    from: (g) => g.reported(),
    body: () => ({ to: 'damkar' }),
    facts: ['incident.referred'],
  },
  duplicate: {
    route: 'markDuplicate',
    from: (g) => g.reported(),
    body: async (_, g) => ({ of: (await g.reported()).incident.id }),
    facts: ['incident.marked_duplicate'],
  },
  undoDuplicate: {
    route: 'undoDuplicate',
    from: (g) => g.duplicate(),
    facts: ['incident.duplicate_undone'],
  },
  needs: {
    route: 'setNeeds',
    from: (g) => g.verified(),
    body: () => twoMotorcycles,
    facts: ['need.added'],
  },
  dropNeed: {
    route: 'dropNeed',
    from: (g) => g.planned(),
    params: (detail) => ({ needId: needId(detail) }),
    facts: ['need.dropped'],
  },
  dispatch: { route: 'dispatchIncident', from: (g) => g.planned(), facts: ['incident.dispatched'] },
  askAgain: { route: 'askAgain', from: (g) => g.dispatching(), facts: ['search.repeated'] },
  widen: { route: 'widenSearch', from: (g) => g.dispatching(), facts: ['search.widened'] },
  assign: {
    route: 'assignByHand',
    from: (g) => g.dispatching(),
    body: async (detail, g) => ({
      needId: needId(detail),
      volunteerId: (await g.onDuty()).id,
      reason: 'Ditelepon.',
    }),
    facts: ['offer.created', 'offer.accepted'],
  },
  replace: {
    route: 'assignByHand',
    from: (g) => g.assigned(),
    body: async (detail, g) => ({
      needId: needId(detail),
      volunteerId: (await g.onDuty()).id,
      reason: 'Ban bocor.',
      replaces: teamOf(detail)[0],
    }),
    facts: ['assignment.reassigned', 'offer.created', 'offer.accepted'],
  },
  standDown: {
    route: 'standDown',
    from: (g) => g.assigned(),
    body: (detail) => ({ assignmentIds: teamOf(detail) }),
    facts: ['assignment.stood_down'],
  },
  control: { route: 'controlIncident', from: (g) => g.dispatching(), facts: ['incident.controlled'] },
  resume: { route: 'resumeIncident', from: (g) => g.controlled(), facts: ['incident.resumed'] },
  close: { route: 'closeIncident', from: (g) => g.controlled(), facts: ['incident.closed'] },
  cancel: {
    route: 'cancelIncident',
    from: (g) => g.reported(),
    body: () => ({ reason: 'Sudah reda.' }),
    facts: ['incident.cancelled'],
  },
  correct: {
    route: 'correctIncident',
    from: (g) => g.reported(),
    body: () => ({ severity: 'kritis' }),
    facts: ['incident.corrected'],
  },
  escalate: {
    route: 'correctIncident',
    from: (g) => g.reported(),
    body: () => ({ severity: 'kritis' }),
    facts: ['incident.corrected'],
  },
  note: {
    route: 'noteIncident',
    from: (g) => g.reported(),
    body: () => ({ text: 'Air mulai surut.' }),
    facts: ['incident.noted'],
  },
  message: {
    route: 'sendMessage',
    from: (g) => g.assigned(),
    body: () => ({ text: 'Bawa tali.' }),
    facts: ['message.sent'],
  },
  checkin: {
    route: 'requestCheckin',
    from: (g) => g.assigned(),
    body: () => ({}),
    facts: ['checkin.requested'],
  },
  trcDeparted: {
    route: 'trcIncident',
    from: (g) => g.reported(),
    body: () => ({ step: 'departed' }),
    facts: ['trc.departed'],
  },
  trcArrived: {
    route: 'trcIncident',
    from: (g) => g.trcOut(),
    body: () => ({ step: 'arrived' }),
    facts: ['trc.arrived'],
  },
  acknowledge: {
    route: 'acknowledgeAlarm',
    from: (g) => g.alarmed(),
    body: ({ incident }) => ({ alarm: `deadline:verify:${incident.id}` }),
    facts: ['alarm.acknowledged'],
  },
  impact: {
    route: 'recordImpact',
    from: (g) => g.verified(),
    body: () => noDamage,
    facts: ['impact.recorded'],
  },
  photo: {
    route: 'addPhoto',
    from: (g) => g.cancelled(),
    body: () => ({ bytes: Uint8Array.from(PIXEL) }),
    facts: ['photo.added'],
  },
  reporterPhone: {
    route: 'showIncidentPhone',
    from: (g) => g.reported({ reporter }),
    body: () => ({ reason: 'konfirmasi_laporan' }),
    facts: ['phone.shown'],
  },
  teamPhone: {
    route: 'showIncidentPhone',
    from: (g) => g.assigned(),
    body: ({ incident }) => ({
      reason: 'koordinasi',
      volunteerId: incident.assignments[0]?.volunteerId,
    }),
    facts: ['phone.shown'],
  },
  callback: {
    route: 'planCallback',
    from: (g) => g.reported({ reporter }),
    body: () => ({ at: inHalfAnHour() }),
    facts: ['callback.planned'],
  },
  called: {
    route: 'finishCallback',
    from: (g) => g.reported({ reporter, callBackAt: inHalfAnHour() }),
    facts: ['callback.done'],
  },
}

it.each(Object.entries(buttons))('%s leaves its fact in the file, with who pressed it', async (_, button) => {
  const g = given(world)
  const operator = await world.as('operator')
  const { userId } = await operator.call('me')
  const detail = await button.from(g)
  const { id } = detail.incident
  const factsOf = async () => {
    await world.settled()
    return (await operator.call('incidentFacts', { params: { id } })).facts
  }
  const before = await factsOf()
  const call: Call = {
    params: { id, ...button.params?.(detail) },
    body: await button.body?.(detail, g),
  }
  const { status, body } = await operator.try(button.route, call)
  expect([status, body['code']]).toEqual([200, undefined])
  const fresh = (await factsOf()).slice(before.length)
  expect(fresh.map(({ type }) => type)).toEqual(expect.arrayContaining(button.facts))
  expect(fresh.every(({ by }) => by.id === userId)).toBe(true)
})

it('and the ledger holds all of it', async () => {
  await world.settled()
  expect((await audit(world.context.connection)).faults).toEqual([])
})
