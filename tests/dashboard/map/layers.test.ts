import { describe, expect, it } from 'vitest'
import { severities } from '#contracts/domain/words.ts'
import { assignmentData } from '../../../dashboard/src/map/layers/assignments.ts'
import { countByArea, counterIn } from '../../../dashboard/src/map/layers/counts.ts'
import { groupsOf, REACH_PX, type Group } from '../../../dashboard/src/map/groups.ts'
import { incidentData } from '../../../dashboard/src/map/layers/incidents.ts'
import { ageData } from '../../../dashboard/src/map/layers/ages.ts'
import { fixOf, opacityOf } from '../../../dashboard/src/map/movers/age.ts'
import { peopleLooks } from '../../../dashboard/src/map/marks/people.ts'
import { severityShapes } from '../../../dashboard/src/map/marks/severity.ts'
import {
  peopleStates,
  STALE_S,
  type MapIncident,
  type MapVolunteer,
} from '../../../dashboard/src/map/model.ts'
import { estimatedAreas, referencePoints, type Areas } from '../../../dashboard/src/map/areas.ts'
import { paletteTokens, type Palette } from '../../../dashboard/src/map/palette.ts'
import { styleOf } from '../../../dashboard/src/map/style.ts'
import { summaryOf } from '../../../dashboard/src/map/summary.ts'
import { mapText } from '../../../dashboard/src/map/text.ts'

const now = Date.parse('2026-01-17T06:05:00Z')
const spot = (lng: number, lat: number): string[] => [lng.toFixed(4), lat.toFixed(4)]
const ago = (seconds: number): string => new Date(now - seconds * 1000).toISOString()
const [solor, alak] = ['Solor', 'Alak'].map((name) => referencePoints.find((area) => area.name === name))
if (solor === undefined || alak === undefined) throw new Error('the reference has changed')

const volunteer = (given: Partial<MapVolunteer>): MapVolunteer => ({
  id: 'v1',
  state: 'on_duty',
  source: 'live',
  lat: alak.lat,
  lng: alak.lng,
  at: ago(0),
  areaCode: null,
  ...given,
})
const incident = (given: Partial<MapIncident>): MapIncident => ({
  id: 'i1',
  number: '26-01-001',
  severity: 'sedang',
  status: 'responding',
  hazard: 'banjir',
  area: 'Solor',
  lat: solor.lat,
  lng: solor.lng,
  ...given,
})

const idsOf = (groups: readonly Group[]): string[][] => groups.map((group) => group.map(({ id }) => id))

describe('marks', () => {
  it('tell every severity apart by its outline alone', () => {
    expect(Object.keys(severityShapes).sort()).toEqual([...severities].sort())
    const outlines = severities.map((severity) => severityShapes[severity].outline)
    expect(new Set(outlines).size).toBe(severities.length)
  })

  it('tell what volunteers do apart without colour', () => {
    expect(Object.keys(peopleLooks).sort()).toEqual([...peopleStates].sort())
    const shapes = peopleStates.map((state) => JSON.stringify({ ...peopleLooks[state], tone: null }))
    expect(new Set(shapes).size).toBe(peopleStates.length)
  })
})

describe('the age of a position', () => {
  it('makes it stale, and a declared place is never a position', () => {
    expect(fixOf(volunteer({ at: ago(STALE_S) }), now)).toBe('fresh')
    expect(fixOf(volunteer({ at: ago(STALE_S + 1) }), now)).toBe('stale')
    expect(fixOf(volunteer({ at: null }), now)).toBe('stale')
    expect(fixOf(volunteer({ source: 'declared', at: ago(0) }), now)).toBe('declared')
  })

  it('fades it, step by step and never to nothing', () => {
    const faded = [0, 60, 120, 600, 1800, 90_000].map((s) => opacityOf(volunteer({ at: ago(s) }), now))
    expect(faded.slice(0, 2)).toEqual([1, 1])
    expect(faded).toEqual([...faded].sort((a, b) => b - a))
    expect(faded.at(-1)).toBeCloseTo(0.35)
    // A clock that is ahead of ours: not older than now.
    expect(opacityOf(volunteer({ at: ago(-60) }), now)).toBe(1)
  })
})

describe('volunteers', () => {
  it('whose position is old have its age below them', () => {
    const people = [volunteer({}), volunteer({ at: ago(STALE_S + 1) }), volunteer({ source: 'declared' })]
    const { features } = ageData(people, now, (at) => `at ${at}`)
    expect(features.map(({ properties }) => properties.age)).toEqual([`at ${ago(STALE_S + 1)}`])
  })

  it('are counted where they are, else where they declared to be, and not when on task or off', () => {
    const people = [
      volunteer({}),
      volunteer({ state: 'asked', areaCode: solor.code }),
      volunteer({ source: 'declared', lat: 0, lng: 0, areaCode: solor.code }),
      volunteer({ state: 'on_task' }),
      volunteer({ state: 'off' }),
    ]
    expect(Object.fromEntries(countByArea(people))).toEqual({ [alak.code]: 2, [solor.code]: 1 })
    const countData = counterIn(estimatedAreas)
    expect(countData(people).features.reduce((sum, { properties }) => sum + properties.people, 0)).toBe(3)
    expect(countData([]).features).toEqual([])
  })

  it('are counted by the true boundaries where they are configured, and by the nearest kelurahan outside them', () => {
    const [west, east, south, north] = [
      alak.lng - 0.001,
      alak.lng + 0.001,
      alak.lat - 0.001,
      alak.lat + 0.001,
    ]
    const box = (code: string, [w, e]: [number, number]): Areas['collection']['features'][number] => {
      const corners = [[w, south], [e, south], [e, north], [w, north], [w, south]] // prettier-ignore
      const names = { code, name: code, kecamatan: 'Contoh' }
      return {
        type: 'Feature',
        properties: names,
        geometry: { type: 'Polygon', coordinates: [corners] },
      }
    }
    // By its reference point Alak is nearest; the file says that the western half of it is Solor, and the eastern a new one.
    const features = [box(solor.code, [west, alak.lng]), box('baru', [alak.lng, east])]
    const drawn: Areas = {
      collection: { type: 'FeatureCollection', features },
      estimated: false,
      source: null,
    }
    const people = [
      volunteer({ lng: alak.lng - 0.0005 }),
      volunteer({ lng: alak.lng + 0.0005 }),
      volunteer({ lng: west - 0.0005 }),
      volunteer({ source: 'declared', areaCode: alak.code }),
    ]
    const spots = counterIn(drawn)(people).features.map(({ geometry, properties }) => [
      ...geometry.coordinates.map((degrees) => degrees.toFixed(4)),
      properties.people,
    ])
    expect(spots).toHaveLength(3)
    expect(spots).toContainEqual([...spot(solor.lng, solor.lat), 1])
    expect(spots).toContainEqual([...spot(alak.lng + 0.0005, alak.lat), 1])
    expect(spots).toContainEqual([...spot(alak.lng, alak.lat), 2])
  })

  it('are joined to their incident while on task', () => {
    const people = [
      volunteer({ state: 'on_task', incidentId: 'i1' }),
      volunteer({ state: 'asked', incidentId: 'i1' }),
      volunteer({ state: 'on_task', incidentId: 'gone' }),
      volunteer({ state: 'on_task' }),
    ]
    const { features } = assignmentData(people, [incident({})], 'i1')
    expect(features).toHaveLength(1)
    expect(features[0]?.geometry.coordinates).toEqual([
      [alak.lng, alak.lat],
      [solor.lng, solor.lat],
    ])
    expect(features[0]?.properties).toEqual({ selected: true })
  })
})

describe('incidents', () => {
  it('lie above each other by severity, the chosen one on top', () => {
    const all = severities.map((severity) => incident({ id: severity, severity }))
    const alone = all.map((one): Group => [one])
    const byRank = [...incidentData(alone, 'rendah', new Set()).features].sort(
      (a, b) => a.properties.rank - b.properties.rank,
    )
    expect(byRank.map(({ properties }) => properties.id)).toEqual(['sedang', 'tinggi', 'kritis', 'rendah'])
  })

  // A thousandth of a degree is six pixels at zoom 12, and 93 at zoom 16.
  const near = [
    incident({ id: 'calm', number: '1', severity: 'kritis', status: 'controlled' }),
    incident({ id: 'second', number: '3', severity: 'tinggi', lat: solor.lat + 0.001 }),
    incident({ id: 'first', number: '2', severity: 'tinggi' }),
    incident({ id: 'far', lat: alak.lat, lng: alak.lng }),
  ]

  it('that would hide each other are one mark: the chosen one, else the gravest that goes on', () => {
    expect(idsOf(groupsOf(near, 12, null))).toEqual([['first', 'second', 'calm'], ['far']])
    expect(idsOf(groupsOf(near, 12, 'calm'))).toEqual([['calm', 'first', 'second'], ['far']])
    expect(
      incidentData(groupsOf(near, 12, null), null, new Set()).features.map(
        ({ properties }) => properties.count,
      ),
    ).toEqual([3, 1])
  })

  it('come apart near by, and stay together where they lie on one point', () => {
    expect(idsOf(groupsOf(near, 16, null))).toEqual([['first', 'calm'], ['second'], ['far']])
    // At 14.6 they are 35 pixels apart: enough for a pointer, too near for two thumbs.
    expect(idsOf(groupsOf(near, 14.6, null))).toEqual([['first', 'calm'], ['second'], ['far']])
    expect(idsOf(groupsOf(near, 14.6, null, REACH_PX.thumb))).toEqual([['first', 'second', 'calm'], ['far']])
  })
})

describe('the style', () => {
  const palette = Object.fromEntries(Object.keys(paletteTokens).map((name) => [name, '#123456'])) as Palette

  it('names no address', () => {
    const style = styleOf(palette)
    expect(style).not.toHaveProperty('glyphs')
    expect(style).not.toHaveProperty('sprite')
    expect(JSON.stringify(style)).not.toMatch(/https?:|"url"|"tiles"/)
  })

  it('uses no source twice over and none that is missing', () => {
    const { sources, layers } = styleOf(palette)
    const used = new Set(layers.flatMap((layer) => ('source' in layer ? [layer.source] : [])))
    expect([...used].sort()).toEqual(Object.keys(sources).sort())
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length)
  })
})

describe('the text alternative', () => {
  it('says what the map shows, in both languages', () => {
    const shown = { incidents: [incident({}), incident({ severity: 'kritis' })], volunteers: [volunteer({})] }
    const labels = { kritis: 'Kritis', tinggi: 'Tinggi', sedang: 'Sedang', rendah: 'Rendah' }
    expect(summaryOf(shown, mapText.id, labels)).toBe(
      'Peta. 2 kejadian: 1 kritis, 1 sedang. Relawan: 1 siaga. Kejadian yang sama dapat dibuka dari daftar.',
    )
    expect(summaryOf({ incidents: [], volunteers: [] }, mapText.en, labels)).toBe(
      'Map. No incidents. Volunteers: nobody. The same incidents can be opened from the list.',
    )
  })
})
