import { readFile } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import type { Incident } from '#contracts/domain/incident/state.ts'
import { incidentStatuses } from '#contracts/domain/incident/words.ts'
import { roles, type Role } from '#contracts/domain/roles.ts'
import { actions, type Action } from '#contracts/wire/actions.ts'
import { mayDo } from '../../../api/policies.ts'
import { furtherSections, sections } from '../../../dashboard/src/panels/frame/sections.ts'
import { steps, stepsFor } from '../../../dashboard/src/panels/incident/steps.ts'
import { maySee } from '../../api/matrix/expected.ts'
import { reportedAt } from '../an-incident.ts'
import { atAddresses, inTheBars, stepsOf } from './expected.ts'

const at = '2026-01-17T06:05:00.000Z'
const base: Incident = reportedAt(at)
const need = { id: 'nd_1', task: 'pantau', vehicle: 'any', skill: null, quantity: 2 } as const
const asking: Incident['needs'] = [{ ...need, status: 'asking', openSince: at, stalled: null }]
const out: Incident['assignments'] = [
  {
    id: 'as_1',
    offerId: 'of_1',
    needId: 'nd_1',
    slot: 0,
    volunteerId: 'vol_1',
    partnerId: 'ptn_1',
    channel: 'link',
    state: 'en_route',
    acceptedAt: at,
    etaS: 300,
    times: {},
    lastPoint: null,
    acks: { confirmed: null, stood_down: null },
    sosAt: null,
  },
]
/** An incident of every status, with and without somebody out: every step is possible in one of them. */
const incidents: Incident[] = incidentStatuses.flatMap((status) => [
  { ...base, status, needs: asking },
  { ...base, status, needs: asking, assignments: out },
])
const inside = new URL('../../../dashboard/src/inside.tsx', import.meta.url)

describe.each(roles)('%s', (role: Role) => {
  const may = (action: Action): boolean => mayDo(role, action)

  it('sees in the bars what he may open', () => {
    const shown = [...sections, ...furtherSections].filter(({ action }) => may(action))
    const expected = Object.keys(inTheBars).filter((name) => maySee(inTheBars[name as never], role))
    expect(shown.map(({ name }) => name).toSorted()).toEqual(expected.toSorted())
  })

  it('is offered the steps of an incident that he may take', () => {
    const offered = new Set(incidents.flatMap((incident) => stepsFor(incident, may)))
    const expected = steps.filter((step) => maySee(stepsOf[step], role))
    expect([...offered].toSorted()).toEqual(expected.toSorted())
  })

  it('stays at the addresses that are his', async () => {
    const source = await readFile(inside, 'utf8')
    // Each address with the action that its page is for; none: for everybody.
    const addresses = [...source.matchAll(/path="([^"]+)"(.*?)(?=<Route|<\/Routes>)/gs)].map(
      ([, path = '', rest = '']) => ({ path, action: /<For action="([^"]+)"/.exec(rest)?.[1] }),
    )
    expect(addresses.map(({ path }) => path).toSorted()).toEqual(Object.keys(atAddresses).toSorted())
    for (const { path, action } of addresses) {
      const known = actions.find((one) => one === action)
      expect([path, known]).toEqual([path, action])
      expect([path, known === undefined || may(known)]).toEqual([path, maySee(atAddresses[path] ?? '', role)])
    }
  })
})

test('every section of the bars leads to an address that the same people may stay at', () => {
  for (const { to, name } of [...sections, ...furtherSections]) {
    const address = Object.keys(atAddresses).find((path) => `/${path.replace(/\/:.*/, '')}` === to)
    expect([name, atAddresses[address ?? '']]).toEqual([name, inTheBars[name]])
  }
})
