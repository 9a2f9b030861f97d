import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { changePolicy } from '#contracts/domain/policy/commands.ts'
import { changeProcedure } from '#contracts/domain/procedure/commands.ts'
import { circle } from '#contracts/domain/zone/ring.ts'
import { drawZone } from '#contracts/domain/zone/commands.ts'
import { audit, isEmpty } from '../../../local/audit/audit.ts'
import { type Dump, openDump } from '../../../local/audit/dump.ts'
import type { AnchorRow, FactRow } from '../../../local/audit/shapes.ts'
import { aCity, AGENCY, aPartner, aVolunteer, anIncident, ask, op } from '../../api/partner/city.ts'
import { platformOf } from '../../api/partner/platform-of.ts'
import { serve, type Served } from '../../api/partner/served.ts'
import { ledgerOf, rechained } from './given.ts'

let served: Served
let dump: Dump
let ledger: ReturnType<typeof ledgerOf>
let facts: FactRow[]
let anchor: AnchorRow[]

/** A zone, a policy and a procedure of its own. */
const settle = async ({ store }: Served['context']): Promise<void> => {
  const reason = await store.texts.keep(AGENCY, 'zn_1', 'Jembatan putus')
  const ring = circle({ lat: -10.16, lng: 123.6 }, 300)
  await store.ledger.change('zone', 'zn_1', op(), (state, now) =>
    drawZone(
      state,
      {
        kind: 'banjir',
        ring,
        bars: ['motorcycle'],
        from: now,
        until: plusSeconds(now, 3600),
        reason,
        drill: false,
      },
      now,
    ),
  )
  const change = { mostPerSlot: 7 }
  await store.ledger.change('policy', 'pol_1', op(), (state, now) =>
    changePolicy(state, { expected: 1, change, reason }, now),
  )
  const sla = { verifyS: 120 }
  await store.ledger.change('procedure', 'prc_1', op(), (state) =>
    changeProcedure(state, { expected: 1, change: { sla }, reason }),
  )
}

/** One incident with three people: one serves to the end, one is on his way and calls for help, one declines. */
beforeAll(async () => {
  served = await serve()
  const { context, url } = served
  await aCity(context)
  const partner = await aPartner(context, 'sim')
  const platform = platformOf(url, partner)
  const team = await Promise.all([1, 2, 3].map(() => aVolunteer(context, partner)))
  const incident = await anIncident(context, { quantity: 2 })
  const offers = await ask(context, incident, team)
  const tell = async (type: string, i: number, more: object = {}) => {
    const { id, ref } = team[i]!
    const { status, body } = await platform.send(type, {
      offerId: offers.get(id),
      volunteerRef: ref,
      ...more,
    })
    expect(status).toBe(200)
    return body
  }
  await tell('offer.declined', 2)
  const { assignmentId } = await tell('offer.accepted', 0)
  const out = await tell('offer.accepted', 1)
  for (const state of ['on_scene', 'completed']) {
    const progress = { assignmentId, volunteerRef: team[0]!.ref, state, at: '2026-01-17T06:05:00Z' }
    expect((await platform.send('assignment.progressed', progress)).status).toBe(200)
  }
  const sos = { assignmentId: String(out['assignmentId']), volunteerId: team[1]!.id, point: null }
  await context.store.incidents.change(incident.id, op(), () => [{ type: 'sos.raised', data: sos }])
  await settle(context)
  await context.store.settled()
  dump = await openDump(served.home.mongoUri)
  ledger = ledgerOf(served)
  facts = await ledger.read()
  anchor = await ledger.anchor()
})
beforeEach(() => ledger.write(facts))
afterAll(async () => {
  await dump.close()
  await served.close()
})

const lawsBroken = async (anchors: readonly AnchorRow[] = anchor) =>
  [...new Set((await audit(dump, anchors, Infinity)).faults.map(({ law }) => law))].sort()
const at = (type: string): number => facts.findIndex((fact) => fact.type === type)
const without = (place: number): FactRow[] => facts.filter((_, i) => i !== place)
const changed = (place: number, change: (fact: FactRow) => FactRow): FactRow[] =>
  facts.map((fact, i) => (i === place ? change(fact) : fact))

describe('the audit from outside', () => {
  it('finds nothing where nothing is wrong, and says how much it looked at', async () => {
    const finding = await audit(dump, anchor, Infinity)
    expect(finding.faults).toEqual([])
    expect(finding.agencies).toEqual([{ agencyId: '5371', facts: facts.length, hash: facts.at(-1)!.hash }])
    // With the partner that every agency has.
    expect(finding.documents).toBe(9)
    expect(finding.texts).toBeGreaterThanOrEqual(3)
    expect(finding.answers).toBe(2)
    expect(finding.offers).toBe(3)
    expect(finding.slots).toEqual({ unfilled: 0, asked: 0, told: 0, justOpened: 0 })
  })

  it('finds an edited fact, a missing fact and swapped facts by the chain', async () => {
    const { data } = facts[at('offer.declined')]!
    await ledger.write(
      changed(at('offer.declined'), (fact) => ({ ...fact, data: { ...data, reason: 'unsafe' } })),
    )
    expect(await lawsBroken()).toContain('I13')
    await ledger.write(without(at('offer.declined')))
    expect(await lawsBroken()).toContain('I13')
    const [a, b] = [facts.length - 2, facts.length - 1]
    await ledger.write(
      facts.map((fact, i) =>
        i === a ? { ...facts[b]!, seq: fact.seq } : i === b ? { ...facts[a]!, seq: fact.seq } : fact,
      ),
    )
    expect(await lawsBroken()).toContain('I13')
  })

  it('finds a ledger cut short only by the anchor outside, and a forged chain too', async () => {
    await ledger.write(facts.slice(0, -1))
    expect(await lawsBroken()).toContain('I13')
    expect(await lawsBroken([])).not.toContain('I13')
    await ledger.write(rechained(facts.filter(({ type }) => type !== 'assignment.progressed')))
    expect(await lawsBroken()).toContain('I13')
    expect(await lawsBroken([])).toEqual(['I7'])
  })

  it('finds a slot with two, a person with two, a step back and an answer without a place, also in a chain that verifies', async () => {
    const accepts = facts.filter(({ type }) => type === 'offer.accepted')
    const second = facts.indexOf(accepts[1]!)
    const toOneSlot = (fact: FactRow) => ({ ...fact, data: { ...fact.data, slot: accepts[0]!.data['slot'] } })
    await ledger.write(rechained(changed(second, toOneSlot)))
    expect(await lawsBroken([])).toContain('I2')

    const offers = facts.filter(({ type }) => type === 'offer.created')
    const him = offers[0]!.data['volunteerId']
    const sameMan = (fact: FactRow) => ({ ...fact, data: { ...fact.data, volunteerId: him } })
    await ledger.write(rechained(changed(facts.indexOf(offers[1]!), sameMan)))
    expect(await lawsBroken([])).toContain('I3')

    const back = { ...facts[at('assignment.progressed')]!, _id: 'fct_back', version: 99, index: 0 }
    await ledger.write(rechained([...facts, back]))
    expect(await lawsBroken([])).toContain('I4')

    await ledger.write(rechained(without(second)))
    expect(await lawsBroken([])).toContain('I1')
  })

  it('finds a late yes that was taken: an acceptance after the offer ended', async () => {
    const late = facts.find(({ type }) => type === 'offer.accepted')!
    await ledger.write(rechained([...facts, { ...late, _id: 'fct_late', version: 99, index: 0 }]))
    expect(await lawsBroken([])).toContain('I6')
  })

  it('finds a document that somebody changed by hand, and a claim that somebody removed', async () => {
    const { connection } = served.context
    const incidents = connection.collection('incidents')
    await incidents.updateMany({}, { $set: { 'state.status': 'closed' } })
    expect(await lawsBroken()).toEqual(['I7'])
    await incidents.updateMany({}, { $set: { 'state.status': 'responding' } })
    expect(await lawsBroken()).toEqual([])
    const claims = connection.collection('claims')
    const kept = await claims.find({}).toArray()
    await claims.deleteMany({})
    expect(await lawsBroken()).toEqual(['I3'])
    await claims.insertMany([...kept, { ...kept[0]!, _id: 'nobody' as never, offerId: 'of_gone' }])
    expect(await lawsBroken()).toEqual(['I3'])
    await claims.deleteOne({ offerId: 'of_gone' })
  })

  it.each<[string, object, string]>([
    ['incidents', { 'state.drill': true }, 'I7'],
    ['incidents', { 'state.place.lat': -10.2 }, 'I7'],
    ['incidents', { 'state.descriptionId': 'txt_other' }, 'I7'],
    ['incidents', { 'state.alarms': [] }, 'I7'],
    ['volunteers', { 'state.sosAt': '2026-01-17T06:05:00.000Z' }, 'I7'],
    ['partners', { 'state.url': 'https://elsewhere.test/hook' }, 'I7'],
    ['partners', { 'state.secrets': [] }, 'I7'],
    ['zones', { 'state.ring.0': [123, -10] }, 'I7'],
    ['zones', { 'state.endedAt': '2026-01-17T06:05:00.000Z' }, 'I7'],
    ['policies', { 'state.settings.mostPerSlot': 1 }, 'I7'],
    ['procedures', { 'state.settings.sla.verifyS': 1 }, 'I7'],
    ['texts', { body: 'Tidak terjadi apa-apa' }, 'I13'],
    ['texts', { body: 'Tidak terjadi apa-apa', digest: 'x' }, 'I13'],
  ])('finds that somebody wrote by hand into %s: %o', async (name, edit, law) => {
    const collection = served.context.connection.collection(name)
    const one = await collection.findOne(name === 'partners' ? { 'state.ref': 'sim' } : {})
    if (one === null) throw new Error(`nothing lies in ${name}`)
    const { _id, ...kept } = one
    await collection.updateOne({ _id }, { $set: edit })
    const broken = await lawsBroken()
    await collection.replaceOne({ _id }, kept)
    expect(broken).toEqual([law])
    expect(await lawsBroken()).toEqual([])
  })

  it('looks at the anchors also of an agency of which no fact is left', async () => {
    const elsewhere = { ...anchor[0]!, agencyId: '9999' }
    expect((await audit(dump, [...anchor, elsewhere], Infinity)).faults).toEqual([
      { law: 'I13', subject: '9999', what: expect.stringContaining(`the last one seq ${facts.length}`) },
    ])
    await served.context.connection.collection('facts').deleteMany({})
    const { agencies, faults } = await audit(dump, anchor, Infinity)
    expect(agencies).toMatchObject([{ agencyId: AGENCY, facts: 0 }])
    expect(faults.map(({ law }) => law)).toEqual(expect.arrayContaining(['I1', 'I7', 'I13']))
  })

  it('says of an empty database that there is nothing to audit', async () => {
    const wrong = await openDump(served.home.mongoUri.replace(/\/[^/?]*(\?|$)/, '/a_mistyped_name$1'))
    expect(isEmpty(await audit(wrong, anchor, Infinity))).toBe(true)
    await wrong.close()
    expect(isEmpty(await audit(dump, anchor, Infinity))).toBe(false)
  })
})
