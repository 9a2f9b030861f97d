import type { Client } from '../../world/client.ts'
import type { Subject } from './subjects.ts'

/** Partners as an administrator has brought them about. `next`: a number that nobody else has. */
export const partnerSubjects = (admin: Client, next: () => number) => {
  const made = async (): Promise<{ id: string; subject: Subject }> => {
    const ref = `ojek-${String(next())}`
    const name = `Contoh ${ref}`
    const { id } = await admin.call('createPartner', { body: { name, ref, sandbox: false } })
    return { id, subject: { path: `/mitra/${id}`, shows: name } }
  }
  const after = async (change: (params: { id: string }) => Promise<unknown>): Promise<Subject> => {
    const { id, subject } = await made()
    await change({ id })
    return subject
  }
  return {
    partner: async (): Promise<Subject> => (await made()).subject,
    proposingPartner: () =>
      after((params) => admin.call('proposeEndpoint', { params, body: { url: 'http://127.0.0.1:9/uji' } })),
    rotatedPartner: () =>
      after((params) => admin.call('rotateSecret', { params, body: { direction: 'in' } })),
    disabledPartner: () =>
      after((params) => admin.call('disablePartner', { params, body: { reason: 'Untuk percobaan.' } })),
  }
}
