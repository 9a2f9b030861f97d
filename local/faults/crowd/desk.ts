import type { Chance } from '../chance.ts'
import type { Drivers } from './drivers.ts'
import type { Kind } from './ledger.ts'
import type { Pace } from './pace.ts'
import type { Place } from './place.ts'
import type { Answer, Message, Speech } from './say.ts'

/** The task link of an offer, as an operator copies it for a volunteer; null when it cannot be had now. */
export const createLinkOf =
  (speech: Speech, token: () => { value: string }) =>
  async (incidentId: string, offerId: string): Promise<string | null> => {
    const answer = await speech.ask(
      {
        kind: 'order',
        id: '',
        op: '',
        method: 'GET',
        path: `/api/v1/incidents/${incidentId}/offers/${offerId}/link`,
        body: '',
        headers: () => ({ authorization: `Bearer ${token().value}` }),
      },
      0,
    )
    const url = textOf(answer?.body['url'])
    return url === '' ? null : new URL(url).pathname
  }

/** Marks of personal data that may appear nowhere but in `texts` and `persons` (I12). */
export const REPORTER = { name: 'Pelapor Rahasia Contoh', phone: '+6281299990001' } as const
export const TOLD = 'rahasia-cerita-pelapor'

export interface DeskOptions {
  place: Place
  speech: Speech
  drivers: Pick<Drivers, 'known'>
  chance: () => Chance
  pace: Pace
  nextId: (what: string) => string
  token: () => { value: string; userId: string }
}

const spots = [
  { lat: -10.1702, lng: 123.6268, kelurahan: 'Oebufu' },
  { lat: -10.1583, lng: 123.5835, kelurahan: null },
  { lat: -10.1779, lng: 123.5851, kelurahan: null },
  { lat: -10.1522, lng: 123.6455, kelurahan: null },
] as const

const incidentOf = (answer: Answer | null): Record<string, unknown> => {
  const incident = answer?.body['incident']
  return typeof incident === 'object' && incident !== null ? (incident as Record<string, unknown>) : {}
}
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The people of the control room: they report, ask for volunteers, change their minds, call people home. */
export const createDesk = (options: DeskOptions) => {
  const { speech, drivers, chance, pace, nextId, token } = options
  const lingering: string[] = []
  /** Under control, and nobody is out: only looking at them again is left to do. */
  const quiet: string[] = []

  const order = (
    kind: Kind,
    path: string,
    body: object,
    about: Record<string, string>,
    method: 'POST' | 'PUT' = 'POST',
  ): Message => {
    const id = nextId('key')
    return {
      kind,
      id,
      op: `api:${token().userId}:${id}`,
      method,
      path: `/api/v1${path}`,
      body: JSON.stringify(body),
      headers: () => ({
        'content-type': 'application/json',
        'idempotency-key': id,
        authorization: `Bearer ${token().value}`,
      }),
      about,
    }
  }
  const about = (path: string, id: string, body: object, method?: 'PUT'): Message =>
    order('order', `/incidents/${id}/${path}`, body, { incidentId: id, what: path }, method)

  const report = async (
    verified: boolean,
    side: number,
    copies = 1,
  ): Promise<{ id: string; number: string } | null> => {
    const luck = chance()
    const message = order(
      'report',
      '/incidents',
      {
        hazard: 'banjir',
        severity: luck.pick(['tinggi', 'kritis']),
        place: luck.pick(spots),
        description: `Genangan setinggi lutut, ${TOLD}.`,
        channel: 'telepon',
        reporter: REPORTER,
        verified,
      },
      {},
    )
    const incident = incidentOf(await speech.say(message, side, copies))
    const [id, number] = [textOf(incident['id']), textOf(incident['number'])]
    if (id === '') return null
    drivers.known(number).id = id
    return { id, number }
  }
  const say = (path: string, id: string, body: object, method?: 'PUT') =>
    speech.say(about(path, id, body, method), chance().int(2), chance().oneIn(10) ? 2 : 1)

  const search = async (id: string, quantity: number): Promise<string> => {
    const needs = await say('needs', id, { needs: [{ task: 'pantau', quantity }] }, 'PUT')
    await say('dispatch', id, {})
    const [need] = (incidentOf(needs)['needs'] as { id: string }[] | undefined) ?? []
    return need?.id ?? ''
  }
  const cancel = (id: string): Promise<Answer | null> =>
    say('cancel', id, { reason: 'Sudah ditangani warga.' })

  const enough = async (number: string, quantity: number, withinMs: number): Promise<void> => {
    const deadline = performance.now() + withinMs
    while (
      pace.isPlaying() &&
      performance.now() < deadline &&
      drivers.known(number).confirmed.size < quantity
    )
      await pace.pause(40)
  }

  /** From a report to the end of the asking; what happens in between is drawn. */
  const story = async (): Promise<void> => {
    const luck = chance()
    const incident = await report(true, luck.int(2), luck.oneIn(15) ? 2 : 1)
    if (incident === null) return
    const { id, number } = incident
    const quantity = 3 + luck.int(6)
    const needId = await search(id, quantity)
    await enough(number, luck.oneIn(50) ? quantity : Math.ceil(quantity / 2), 4000)
    const team = [...drivers.known(number).confirmed.keys()]
    const draw = luck.int(100)
    if (draw < 25 && team.length > 0)
      await say('stand-down', id, { assignmentIds: team.slice(0, 1 + luck.int(team.length)) })
    else if (draw < 40 && needId !== '')
      // Fewer are wanted: offers go first, and whoever must go home is named.
      await say(
        'needs',
        id,
        { needs: [{ needId, task: 'pantau', quantity: 1 }], standDown: team.slice(1) },
        'PUT',
      )
    else if (draw < 55) await say('notes', id, { text: 'Air mulai surut.' })
    if (luck.oneIn(12)) lingering.push(id)
    else await cancel(id)
    while (lingering.length > 4) await cancel(lingering.shift() ?? '')
  }

  return {
    story,
    report,
    search,
    cancel,
    /** Verified, under control and left so for a while: nothing is due there but a look. */
    watch: async (): Promise<void> => {
      const incident = await report(true, chance().int(2))
      if (incident === null) return
      await say('control', incident.id, {})
      quiet.push(incident.id)
      while (quiet.length > 4) await say('close', quiet.shift() ?? '', {})
    },
    /** A report that turns out to be none: two acknowledged writes and a file that is over at once. */
    hoax: async (): Promise<void> => {
      const incident = await report(false, chance().int(2))
      if (incident !== null) await say('reject', incident.id, { reason: 'palsu' })
    },
  }
}
export type Desk = ReturnType<typeof createDesk>
