import { openSlots } from '#contracts/domain/incident/read.ts'
import type { Client } from '../scenario/client.ts'
import { until } from '../smoke/until.ts'
import { linkOfferIn, openFiles, type Incident } from './subjects.ts'

const LEAST = 20
const PATIENCE_S = 480

const isFilled = (incident: Incident): boolean =>
  incident.needs.some((need) => openSlots(incident, need) === 0)

/** What a city that is worth a picture has, and whether this one has it. */
const wanted: Record<string, (open: readonly Incident[]) => boolean> = {
  'open incidents': (open) => open.length >= LEAST,
  'open offers': (open) => open.some(({ offers }) => offers.length > 1),
  'an offer by link': (open) => open.some((incident) => linkOfferIn(incident) !== undefined),
  'a stalled need': (open) => open.some(({ needs }) => needs.some(({ stalled }) => stalled !== null)),
  'an alarm': (open) =>
    open.some(({ alarms }) => alarms.some(({ acknowledgedAt }) => acknowledgedAt === null)),
  'a filled need': (open) => open.some(isFilled),
  'people on their way': (open) =>
    open.some(({ assignments }) => assignments.some(({ state }) => state === 'en_route')),
}

/** Waits until there is something to see. Throws with what is missing. */
export const untilWorthSeeing = async (client: Client, note: (line: string) => void): Promise<void> => {
  let lacking = ''
  await until('a city worth looking at', PATIENCE_S, async () => {
    const open = (await openFiles(client)).map(({ incident }) => incident)
    const missing = Object.keys(wanted).filter((what) => wanted[what]?.(open) !== true)
    if (missing.join(', ') !== lacking) {
      lacking = missing.join(', ')
      note(
        lacking === ''
          ? `${open.length} open incidents.`
          : `${open.length} open incidents, waiting for: ${lacking}`,
      )
    }
    return missing.length === 0 ? open : null
  })
}
