import { circle } from '#contracts/domain/zone/ring.ts'
import { id } from '../../../dashboard/src/text/id.ts'
import { officeId } from '../../../dashboard/src/text/office/id.ts'
import { goTo } from '../desk.ts'
import { present, type At, type Scene } from './scene.ts'

const { shift } = officeId.desk
const { zones } = id

const HOUR_MS = 3_600_000
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString()

const presentShift = async ({ stage }: At): Promise<string | null> => {
  const [last] = (await stage.client.call('listShifts', { query: {} })).shifts
  return last === undefined || last.handedOver !== null ? null : last.id
}
const startShift = async ({ stage }: At): Promise<string> => {
  const body = { crew: ['Contoh Lado', 'Contoh Bria'], cutoffAt: inHours(8) }
  return (await stage.client.call('startShift', { body })).id
}
/** Only what is ours may be changed for a picture. @throws Absent */
const mustBeOurs = ({ stage }: At, what: string): void => void present(stage.own || null, what)

const asked = async ({ page }: At, path: string, button: string): Promise<void> => {
  await goTo(page, path)
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
  await page.getByRole('dialog').waitFor()
}

/** The beginning and the end of a shift, and of a danger zone. */
export const shiftScenes: readonly Scene[] = [
  {
    name: 'dialog-shift-start',
    show: async (at) => {
      const running = await presentShift(at)
      if (running !== null) {
        mustBeOurs(at, 'an hour without a crew')
        await at.stage.client.call('handOverShift', { params: { id: running }, body: {} })
      }
      await asked(at, '/piket', shift.start)
    },
  },
  {
    name: 'dialog-shift-over',
    show: async (at) => {
      if ((await presentShift(at)) === null) {
        mustBeOurs(at, 'a crew on duty')
        await startShift(at)
      }
      await asked(at, '/piket', shift.handOver)
      await at.page.getByRole('dialog').getByText(shift.chain).first().waitFor()
    },
  },
  {
    name: 'shift-late',
    show: async (at) => {
      const { page, stage } = at
      const { shifts } = await stage.client.call('listShifts', { query: {} })
      if (shifts.every(({ handedOver }) => handedOver === null)) {
        mustBeOurs(at, 'a shift that is over')
        const params = { id: (await presentShift(at)) ?? (await startShift(at)) }
        await stage.client.call('handOverShift', { params, body: {} })
      }
      await goTo(page, '/piket')
      const earlier = page.getByRole('region', { name: shift.earlier })
      await earlier.locator('summary').first().click()
      await earlier.getByLabel(shift.lateEntry).first().waitFor()
    },
  },
  {
    name: 'dialog-zone-end',
    show: async (at) => {
      const { client } = at.stage
      if ((await client.call('listZones', { query: {} })).zones.length === 0) {
        mustBeOurs(at, 'a danger zone')
        const ring = circle({ lat: -10.18, lng: 123.595 }, 600)
        const body = {
          kind: 'banjir' as const,
          polygon: { type: 'Polygon' as const, coordinates: [ring] as [[number, number][]] },
          bars: ['motorcycle' as const],
          until: inHours(6),
          reason: 'Jalan contoh tergenang setinggi lutut.',
        }
        await client.call('drawZone', { body })
      }
      await asked(at, '/zona', zones.end)
    },
  },
]
