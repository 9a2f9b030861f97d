import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { partnerIdOf } from '../../../api/usecases/setup/create-partner.ts'
import { startCity, type City } from '../../city/city.ts'
import { AGENCY_ID } from '../../seed/kupang.ts'
import { signIn } from '../../scenario/client.ts'
import { localSecrets } from '../../seed/sign-ins.ts'
import { SANDBOX_PARTNER } from '../../seed/sandbox.ts'
import type { Result } from '../check.ts'
import { libraryPartner, openPartner } from '../self/partner.ts'
import type { Ground, InboundCheck } from './bench.ts'
import { connect } from './connect.ts'
import { formChecks } from './checks-form.ts'
import { peopleChecks } from './checks-people.ts'
import { workChecks } from './checks-work.ts'
import { partnerServer } from './platform.ts'

/** Everything that a partner may say, in this order: what one check leaves behind matters to the next. */
export const inboundChecks: readonly InboundCheck[] = [...peopleChecks, ...workChecks, ...formChecks]

/** The sandbox partner of a city with two of his drivers, another partner, and people of the control room. */
export const groundIn = async (city: Pick<City, 'apiUrl' | 'signIns'>, dataDir: string): Promise<Ground> => {
  const passwordOf = (role: string) => city.signIns.find((one) => one.role === role)?.password ?? ''
  const as = (login: string) => signIn(city.apiUrl, { login, password: passwordOf(login) })
  const [operator, admin, secrets] = await Promise.all([as('operator'), as('admin'), localSecrets(dataDir)])
  const foreignRef = `lain-${randomBytes(4).toString('hex')}`
  const other = await admin.call('createPartner', {
    body: { ref: foreignRef, name: 'Mitra Lain (uji)', sandbox: true },
  })
  const foreignSecret = other.shown.find(({ direction }) => direction === 'in')?.secret ?? ''
  const heard: number[] = []
  const { answer } = libraryPartner(secrets.sandboxOut)
  const endpoint = await openPartner(async (headers, body) => {
    const status = await answer(headers, body)
    heard.push(status)
    return status
  })
  await connect(admin, partnerIdOf(AGENCY_ID, SANDBOX_PARTNER), endpoint.url)
  const side = { url: city.apiUrl, ref: SANDBOX_PARTNER, secret: secrets.sandboxIn }
  return {
    ours: partnerServer(side),
    heard,
    close: endpoint.close,
    otherDriver: 'contoh-9002',
    foreign: partnerServer({ url: city.apiUrl, ref: foreignRef, secret: foreignSecret }),
    foreignId: other.id,
    foreignSecret,
    operator,
    admin,
    names: {
      newcomer: 'konf-1',
      driver: 'contoh-9001',
      offerId: '',
      assignmentId: '',
      uploadId: '',
      saidAt: new Date().toISOString(),
    },
    incidentId: '',
  }
}

/** The checks, one after the other. A check that breaks is a finding too. */
export const runInbound = async (ground: Ground, tell: (result: Result) => void): Promise<Result[]> => {
  const results: Result[] = []
  for (const { name, why, run } of inboundChecks) {
    // A sign of life or a message of long ago is about something else: each check speaks of now.
    ground.names = { ...ground.names, saidAt: new Date().toISOString() }
    const finding = await run(ground).catch((error: unknown) => String(error))
    const result = { name, why, finding }
    results.push(result)
    tell(result)
  }
  return results
}

/** Starts a city of its own, plays a partner written with the public library against it, and stops it. */
export const runInboundSelf = async (tell: (result: Result) => void): Promise<Result[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'top-ranger-conformance-'))
  const city = await startCity({ dataDir, volunteers: 5, note: () => undefined })
  try {
    const ground = await groundIn(city, dataDir)
    try {
      return await runInbound(ground, tell)
    } finally {
      await ground.close()
    }
  } finally {
    await city.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
