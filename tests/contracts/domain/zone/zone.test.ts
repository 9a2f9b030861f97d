import { describe, expect, it } from 'vitest'
import { plusSeconds } from '#contracts/domain/instant.ts'
import { changeZone, drawZone, endZone } from '#contracts/domain/zone/commands.ts'
import { circle } from '#contracts/domain/zone/ring.ts'
import {
  type Drawn,
  evolveZone,
  isInForce,
  type Zone,
  type ZoneFactBody,
  zoneStateOf,
} from '#contracts/domain/zone/zone.ts'

const NOW = '2026-01-17T05:00:00.000Z'
const after = (hours: number) => plusSeconds(NOW, hours * 3600)
const by = { kind: 'user', id: 'usr_1' } as const
const birth = { id: 'zon_1', agencyId: '5371' }
const input: Drawn & { drill: boolean } = {
  kind: 'banjir',
  ring: circle({ lat: -10.17, lng: 123.62 }, 500),
  bars: ['motorcycle'],
  from: NOW,
  until: after(6),
  reason: { textId: 'txt_1', digest: 'd' },
  drill: false,
}
const fold = (state: Zone | null, bodies: ZoneFactBody[], at = NOW): Zone => {
  const folded = bodies.reduce<Zone | null>(
    (zone, body) => evolveZone(zone, { ...body, at, by }, birth),
    state,
  )
  if (folded === null) throw new Error('no zone')
  return folded
}
const zone = (over: Partial<typeof input> = {}) => fold(null, drawZone(null, { ...input, ...over }, NOW))

describe('a danger zone', () => {
  it('knows who drew it, when and why, and until when it holds', () => {
    expect(zone()).toEqual({
      ...birth,
      ...input,
      drawnAt: NOW,
      drawnBy: by,
      endedAt: null,
      endedBy: null,
      changedAt: NOW,
    })
  })

  it.each([
    ['over before it begins', { from: after(2), until: after(1) }],
    ['over already', { from: after(-2), until: NOW }],
    ['longer than 30 days', { until: after(24 * 30 + 1) }],
  ])('is not drawn %s', (_, times) => {
    expect(() => drawZone(null, { ...input, ...times }, NOW)).toThrow('zone_times')
  })

  it('is planned, active and over by the clock alone, and ended by a person', () => {
    const planned = zone({ from: after(1) })
    expect([NOW, after(1), after(5.9), after(6)].map((now) => zoneStateOf(planned, now))).toEqual([
      'planned',
      'active',
      'active',
      'over',
    ])
    const ended = fold(planned, endZone(planned, after(2)), after(2))
    expect(zoneStateOf(ended, after(2))).toBe('ended')
    expect(ended).toMatchObject({ endedAt: after(2), endedBy: by })
  })

  it('of a drill holds for drills only; a real one for both', () => {
    const drill = zone({ drill: true })
    expect([isInForce(drill, false, NOW), isInForce(drill, true, NOW)]).toEqual([false, true])
    expect([isInForce(zone(), false, NOW), isInForce(zone(), true, NOW)]).toEqual([true, true])
    expect(isInForce(zone(), false, after(6))).toBe(false)
  })

  it('is changed in what differs', () => {
    const bodies = changeZone(zone(), { kind: 'kebakaran', bars: ['motorcycle'], until: after(8) }, after(1))
    expect(bodies).toEqual([{ type: 'zone.changed', data: { kind: 'kebakaran', until: after(8) } }])
    expect(fold(zone(), bodies, after(1))).toMatchObject({
      kind: 'kebakaran',
      until: after(8),
      changedAt: after(1),
    })
    expect(() => changeZone(zone(), { kind: 'banjir' }, NOW)).toThrow('nothing_to_change')
    expect(() => changeZone(zone(), { until: after(-1) }, NOW)).toThrow('zone_times')
  })

  it('that is over or ended takes no more changes', () => {
    expect(() => changeZone(zone(), { kind: 'lainnya' }, after(6))).toThrow('illegal_move')
    expect(() => endZone(zone(), after(6))).toThrow('illegal_move')
    const ended = fold(zone(), endZone(zone(), NOW))
    expect(() => endZone(ended, NOW)).toThrow('illegal_move')
    expect(() => drawZone(zone(), input, NOW)).toThrow('already_done')
  })

  it('passes over facts of a newer release', () => {
    expect(evolveZone(zone(), { type: 'zone.blessed', data: {}, at: NOW, by } as never, birth)).toEqual(
      zone(),
    )
  })
})
