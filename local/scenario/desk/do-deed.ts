import type { IncidentDetail } from '#contracts/wire/routes/views.ts'
import type { Client } from '../client.ts'
import type { Deed } from './deed.ts'

/** Does it through the public API; `key` is the same for every try. Answers the incident as it is then. @throws Refused */
export const doDeed = (client: Client, id: string, deed: Deed, key: string): Promise<IncidentDetail> => {
  const params = { id }
  switch (deed.kind) {
    case 'verify':
      return client.call('verifyIncident', { params, body: {}, key })
    case 'reject':
      return client.call('rejectIncident', { params, body: { reason: deed.reason }, key })
    case 'refer':
      return client.call('referIncident', { params, body: { to: deed.to }, key })
    case 'duplicate':
      return client.call('markDuplicate', { params, body: { of: deed.of }, key })
    case 'needs':
      return client.call('setNeeds', { params, body: { needs: deed.needs }, key })
    case 'dispatch':
      return client.call('dispatchIncident', { params, body: {}, key })
    case 'trc':
      return client.call('trcIncident', { params, body: { step: deed.step }, key })
    case 'acknowledge':
      return client.call('acknowledgeAlarm', { params, body: { alarm: deed.alarm }, key })
    case 'ask_again':
      return client.call('askAgain', { params, body: {}, key })
    case 'widen':
      return client.call('widenSearch', { params, body: {}, key })
    case 'control':
      return client.call('controlIncident', { params, body: { note: deed.note }, key })
    case 'close':
      return client.call('closeIncident', { params, body: { note: deed.note }, key })
    default:
      deed satisfies never
      throw new Error('an unknown deed')
  }
}
