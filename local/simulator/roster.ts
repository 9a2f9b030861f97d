import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { partnerEvents } from '#contracts/wire/partner/events.ts'

const { volunteerRef, displayName, phone, vehicle, skills } = partnerEvents['volunteer.registered'].shape

/** One of our own drivers, as our platform knows him. */
export const RosterEntry = z.strictObject({
  volunteerRef,
  displayName,
  phone,
  vehicle,
  skills,
  home: z.strictObject({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) }),
  duty: partnerEvents['volunteer.duty_changed'].shape.duty,
  declaredArea: partnerEvents['volunteer.duty_changed'].shape.declaredArea.nullable(),
  /** Does his phone report where he is? Else only the declared area is known. */
  positions: z.boolean(),
})
export type RosterEntry = z.infer<typeof RosterEntry>

/** Reads our drivers. Throws with the file and the entry that does not fit. */
export async function readRoster(path: string): Promise<RosterEntry[]> {
  const read = z.array(RosterEntry).safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!read.success) throw new Error(`The roster ${path} does not fit.\n${z.prettifyError(read.error)}`)
  return read.data
}
