import { worst } from '../check.ts'
import { alike, no, said, type InboundCheck } from './bench.ts'
import { answerBytes, eventBytes } from './bytes.ts'
import { anId } from './platform.ts'

const once =
  'Your first answer may get lost: whoever sends again must not do it again, nor hear something else.'

const THREE_DAYS_MS = 3 * 24 * 3600 * 1000

/** Volunteers: they come, agree, change, go on duty, are forgotten. */
export const peopleChecks: readonly InboundCheck[] = [
  {
    name: 'volunteer.registered is answered to the byte, and the same to four copies at once',
    why: once,
    run: async ({ ours, names }) => {
      const id = anId()
      const body = eventBytes(names)['volunteer.registered']
      const replies = await Promise.all([1, 2, 3, 4].map(() => ours.say(body, { id })))
      const [first] = replies
      const later = await ours.say(body, { id, shiftS: -60 })
      return worst([
        first ? said(first, answerBytes(names)['volunteer.registered']) : 'no answer',
        alike([...replies, later]),
        no(await ours.say(body.replace('DH 9099', 'DH 9097'), { id }), 422, 'id_reused'),
      ])
    },
  },
  {
    name: 'a volunteer who was not admitted yet does not go on duty',
    why: 'Whoever has agreed to nothing is sent nowhere.',
    run: async ({ ours, names }) => {
      const body = eventBytes({ ...names, driver: names.newcomer })['volunteer.duty_changed']
      return no(await ours.say(body), 409, 'suspended')
    },
  },
  ...(['volunteer.agreed', 'volunteer.updated', 'volunteer.duty_changed'] as const).map(
    (type): InboundCheck => ({
      name: `${type} is answered to the byte; under a new id it changes nothing more`,
      why: once,
      run: async ({ ours, names }) => {
        const first = await ours.say(eventBytes(names)[type])
        const again = await ours.say(eventBytes(names)[type])
        return worst([said(first, answerBytes(names)[type]), again.status === 200 ? null : again.text])
      },
    }),
  ),
  {
    name: 'volunteer.duty_changed of days ago is already past',
    why: 'Your queue may be long: whoever has come back since must not go off duty by what he said before.',
    run: async ({ ours, names }) => {
      const saidAt = new Date(Date.now() - THREE_DAYS_MS).toISOString()
      const late = eventBytes({ ...names, saidAt })['volunteer.duty_changed'].replace('"on"', '"off"')
      return said(await ours.say(late), `{"outcome":"already_past","volunteerRef":"${names.driver}"}`)
    },
  },
  {
    name: 'a volunteer of another partner is not found',
    why: 'Nobody speaks for the drivers of another platform.',
    run: async ({ foreign, names }) =>
      worst([
        no(await foreign.say(eventBytes(names)['volunteer.duty_changed']), 404, 'not_found'),
        no(await foreign.say(eventBytes(names)['volunteer.withdrawn']), 404, 'not_found'),
        no(await foreign.say(eventBytes(names)['incident.observed']), 404, 'not_found'),
      ]),
  },
  {
    name: 'volunteer.withdrawn forgets him, and his name is free again',
    why: 'Consent can be taken back.',
    run: async ({ ours, names }) => {
      const left = await ours.say(eventBytes(names)['volunteer.withdrawn'])
      const gone = await ours.say(eventBytes(names)['volunteer.updated'])
      const back = await ours.say(eventBytes(names)['volunteer.registered'])
      return worst([
        said(left, answerBytes(names)['volunteer.withdrawn']),
        no(gone, 404, 'not_found'),
        said(back, answerBytes(names)['volunteer.registered']),
      ])
    },
  },
]
