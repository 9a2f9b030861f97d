import { expect } from 'vitest'
import { createClosers } from '#contracts/runtime/closers.ts'
import type { Incident } from '#contracts/domain/incident/state.ts'
import type { RouteName } from '#contracts/wire/routes/all.ts'
import type { WorkerOptions } from '../../worker/context.ts'
import { startWorker } from '../../worker/start.ts'
import { startApiWorld } from '../api/api-world.ts'
import { captureLog } from '../contracts/runtime/capture-log.ts'
import { workerConfigOf } from '../worker/world.ts'
import { audit } from '../world/audit.ts'
import { until } from '../world/client.ts'
import { newHome } from '../world/platform.ts'
import { openPartner, PLACE, type FlowPartner, type Member } from './partner.ts'

export const REPORTER = { name: 'Maria Bria', phone: '+6281399990000' }

/** The whole platform in this process: an api, a worker, and a partner outside with an endpoint of his own. */
export const openFlow = async (options?: WorkerOptions) => {
  const home = newHome()
  const { log, lines } = captureLog()
  const api = await startApiWorld(home, log)
  const closers = createClosers({ log })
  const worker = await startWorker(workerConfigOf(home), log, closers, options)
  const partners: FlowPartner[] = [await openPartner(api, 'ojek')]
  const [partner] = partners as [FlowPartner]
  const operator = await api.as('operator')

  const file = async (id: string): Promise<Incident> =>
    (await operator.call('getIncident', { params: { id } })).incident

  return {
    api,
    worker,
    home,
    partner,
    operator,
    /** Everything that was logged, as written. */
    logged: () => lines.join(''),
    file,

    sandbox: async (): Promise<FlowPartner> => {
      const sandbox = await openPartner(api, `latihan-${partners.length}`, true)
      partners.push(sandbox)
      return sandbox
    },

    report: async (more: object = {}): Promise<Incident> => {
      const body = {
        hazard: 'banjir',
        severity: 'tinggi',
        place: { ...PLACE, kelurahan: 'Oebufu' },
        description: `${REPORTER.name} menelepon: air setinggi lutut.`,
        address: 'Jalan Frans Seda nomor 12',
        channel: 'telepon',
        reporter: REPORTER,
        ...more,
      }
      return (await operator.call('reportIncident', { body })).incident
    },

    /** An order of the operator; the file as it stands afterwards. */
    order: async (name: RouteName, id: string, body: object = {}, more: Record<string, string> = {}) => {
      const { status, body: answer } = await operator.try(name, { params: { id, ...more }, body })
      if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(answer)}`)
      return answer['incident'] as Incident
    },

    /** Waits until the file looks like this. */
    becomes: (id: string, what: string, looks: (incident: Incident) => boolean): Promise<Incident> =>
      until(what, async () => {
        const incident = await file(id)
        return looks(incident) && incident
      }),

    /** The driver hears of an offer and says yes; returns his assignment. */
    accepts: async (who: Member, by: FlowPartner = partner): Promise<string> => {
      const { offerId } = await by.hears('offer.created', who)
      const answer = await by.told('offer.accepted', { offerId, volunteerRef: who.ref })
      expect(answer).toMatchObject({ outcome: 'confirmed' })
      return String(answer['assignmentId'])
    },

    step: (assignmentId: string, state: string, by: FlowPartner = partner) =>
      by.told('assignment.progressed', { assignmentId, state, at: new Date().toISOString() }),

    /** Ends what a test has begun, so that the next one has the city for itself. */
    rest: async (): Promise<void> => {
      for (const one of partners) await one.rest()
      const { incidents } = await operator.call('listIncidents', { query: { status: 'open' } })
      for (const { id } of incidents)
        await operator.try('cancelIncident', { params: { id }, body: { reason: 'Tes selesai.' } })
    },

    /** All quiet: every message has ended, the ledger has no fault. */
    mustBeInOrder: async (): Promise<void> => {
      const { models } = worker.ctx.store
      await until('the end of every message', async () => {
        const pending = { state: 'pending', type: { $ne: 'ping' } }
        return (await models.deliveries.collection.countDocuments(pending)) === 0
      })
      await until('a ledger without a fault', async () => {
        await api.settled()
        await worker.ctx.store.settled()
        const { faults } = await audit(worker.ctx.connection)
        if (faults.length > 0) throw new Error(faults.join('\n'))
        return true
      })
      for (const one of partners) one.verified()
    },

    close: async (): Promise<void> => {
      await closers.closeAll()
      await api.stop()
      for (const one of partners) await one.close()
    },
  }
}
export type Flow = Awaited<ReturnType<typeof openFlow>>
