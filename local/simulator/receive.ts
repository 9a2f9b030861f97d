import { createHash } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import { DeliveryEnvelope } from '#contracts/wire/partner/deliveries.ts'
import { handlers } from './deliveries/handlers.ts'
import { parsed } from './json.ts'
import type { Simulation } from './simulation.ts'
import { unknownKeys } from './unknown-keys.ts'

type Headers = Readonly<Record<string, string>>
/** Takes one request of Top Ranger; answers the status. What has to be done is done after the answer. */
export type Receive = (headers: Headers, body: string) => number

/** Our webhook: verifies as any partner would, with the public library; then every id counts once. */
export function createReceiver(
  sim: Simulation,
  secret: string,
  afterwards: (act: () => void) => void,
): Receive {
  const webhook = new Webhook(secret)
  const digests = new Map<string, string>()

  const isGenuine = (headers: Headers, body: string): boolean => {
    try {
      webhook.verify(body, headers, { jsonParse: false })
      return true
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      sim.surprises.add('bad_signature', headers['webhook-id'] ?? 'no id', why)
      return false
    }
  }

  return (headers, body) => {
    if (!isGenuine(headers, body)) return 401
    const id = headers['webhook-id'] ?? ''
    const digest = createHash('sha256').update(body).digest('hex')
    const known = digests.get(id)
    if (known !== undefined) {
      if (known !== digest) sim.surprises.add('id_reused', id, 'the same webhook-id with another body')
      else sim.diary.write('delivery.repeated', { webhookId: id })
      return 200
    }
    digests.set(id, digest)
    afterwards(() => understand(sim, id, body))
    return 200
  }
}

function understand(sim: Simulation, webhookId: string, body: string): void {
  const raw = parsed(body)
  const envelope = DeliveryEnvelope.safeParse(raw)
  if (!envelope.success) {
    const type = z.object({ type: z.string() }).safeParse(raw)
    const isKnown = type.success && Object.hasOwn(handlers, type.data.type)
    const named = type.success ? type.data.type : 'no type'
    if (isKnown) sim.surprises.add('schema', webhookId, `${named}: ${z.prettifyError(envelope.error)}`)
    else sim.surprises.add('unknown_type', webhookId, named)
    return
  }
  const { type, data } = envelope.data
  const understood = handlers[type](data)
  if (understood instanceof z.ZodError) {
    sim.surprises.add('schema', webhookId, `${type}: ${z.prettifyError(understood)}`)
    return
  }
  const unknown = [...unknownKeys(raw, envelope.data), ...understood.unknown]
  if (unknown.length > 0) sim.surprises.add('unknown_field', webhookId, `${type}: ${unknown.join(', ')}`)
  understood.act(sim)
}
