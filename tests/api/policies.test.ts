import { describe, expect, it } from 'vitest'
import { mayDo, policies } from '../../api/policies.ts'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { actions, type Action } from '#contracts/wire/actions.ts'
import { routes } from '#contracts/wire/routes/all.ts'

/** Written by hand, read by people: O operator, S supervisor, C commander, K kalak, P pimpinan, V coordinator, M partner_admin, A admin. */
const letters: Record<Role, string> = {
  operator: 'O',
  supervisor: 'S',
  commander: 'C',
  kalak: 'K',
  pimpinan: 'P',
  coordinator: 'V',
  partner_admin: 'M',
  admin: 'A',
}
const expected: Record<Action, string> = {
  'reference.read': 'OSCKPV-A',
  'incident.read': 'OSCKPV-A',
  'incident.report': 'OS------',
  'incident.correct': 'OSC-----',
  'incident.gate': 'OS------',
  'incident.merge': 'OS------',
  'incident.plan': 'OSC-----',
  'incident.dispatch': 'OSC-----',
  'incident.assign': 'OSC-----',
  'incident.stand_down': 'OSCK----',
  'incident.finish': 'OSCK----',
  'incident.note': 'OSCK----',
  'incident.checkin': 'OSC-----',
  'incident.trc': 'OSC-----',
  'incident.assess': 'OSC-----',
  'incident.call': 'OSC-----',
  'offer.link': 'OS------',
  'offer.answer': 'OS------',
  'alarm.acknowledge': 'OSC-----',
  'volunteer.read': 'OSCK-V-A',
  'volunteer.register': 'OS---V-A',
  'volunteer.edit': '-S---V-A',
  'volunteer.duty': 'OS---V--',
  'volunteer.suspend': '-S---V-A',
  'volunteer.call': 'OSCK-V--',
  'zone.read': 'OSCKPV-A',
  'zone.draw': 'OSC-----',
  'delivery.read': '-S-K--MA',
  'partner.read': '-S-K--MA',
  'partner.connect': '------MA',
  'partner.manage': '-------A',
  'report.read': 'OSCKP--A',
  'shift.read': 'OSCK---A',
  'shift.write': 'OS------',
  'ledger.read': '-SCKP--A',
  'policy.read': '-SCK---A',
  'policy.change': '-S-----A',
  'user.manage': '-------A',
}

describe.each(roles)('%s', (role) => {
  it.each(actions)('%s', (action) => {
    expect(mayDo(role, action)).toBe(expected[action].includes(letters[role]))
  })
})

it('pimpinan reads and nothing else', () => {
  const reading = Object.values(routes).filter((route) => route.method === 'get')
  const actionsOfReading = new Set<string>(reading.map((route) => route.action))
  expect(policies.pimpinan.every((action) => actionsOfReading.has(action))).toBe(true)
})

it('knows an action for each route, and a route for each action', () => {
  const used = new Set(Object.values(routes).map((route) => route.action))
  expect(actions.filter((action) => !used.has(action))).toEqual([])
})
