import { earliest, plusSeconds, type Instant } from '../instant.ts'
import { slaOf, type Sla } from '../sla.ts'
import { hasEnded, isAsking } from './moves.ts'
import { awaitsCallback, awaitsCheckin, openSlots } from './read.ts'
import type { Incident } from './state.ts'

/** A moment at which an incident wants attention. `wave` and `expiry` are work for the machine, the rest are deadlines of people. */
export interface Due {
  what:
    | 'verify'
    | 'dispatch'
    | 'accept'
    | 'arrive'
    | 'checkin'
    | 'trc'
    | 'callback'
    | 'review'
    | 'wave'
    | 'expiry'
  subject: string
  at: Instant
}

const promised = (incident: Incident): Due[] =>
  awaitsCallback(incident) && incident.callback !== undefined
    ? [{ what: 'callback', subject: incident.id, at: incident.callback.at }]
    : []

/**
 * Of what has ended nothing is waited for but a promised call, until its alarm stands: whoever waits for it is still waiting.
 * Due after the end, also when it was late before it: the end lays down every alarm about a deadline.
 */
const duesAfterwards = (incident: Incident): Due[] => {
  const after = plusSeconds(incident.endedAt ?? incident.changedAt, 1)
  return promised(incident)
    .filter(({ what, subject }) => !incident.alarms.some(({ id }) => id === `deadline:${what}:${subject}`))
    .map((due) => ({ ...due, at: due.at > after ? due.at : after }))
}

const peopleDues = (incident: Incident, sla: Sla): Due[] => {
  const dues: Due[] = []
  const { id, status } = incident
  if (status === 'reported')
    dues.push({ what: 'verify', subject: id, at: plusSeconds(incident.reportedAt, sla.verifyS) })
  if (status === 'verified')
    dues.push({
      what: 'dispatch',
      subject: id,
      at: plusSeconds(incident.verifiedAt ?? incident.reportedAt, sla.firstOffersS),
    })
  if (isAsking(status))
    for (const need of incident.needs)
      if (openSlots(incident, need) > 0)
        dues.push({
          what: 'accept',
          subject: need.id,
          at: plusSeconds(need.openSince, sla.firstOffersS + sla.acceptS),
        })
  for (const a of incident.assignments)
    if (a.state === 'accepted' || a.state === 'en_route')
      dues.push({
        what: 'arrive',
        subject: a.id,
        at: plusSeconds(a.acceptedAt, sla.arriveS[incident.severity]),
      })
  for (const a of incident.assignments)
    if (awaitsCheckin(a) && a.checkin !== undefined)
      dues.push({ what: 'checkin', subject: a.id, at: plusSeconds(a.checkin.requestedAt, sla.checkinS) })
  if (incident.severity === 'kritis' && incident.trc.arrivedAt === null && status !== 'controlled')
    dues.push({ what: 'trc', subject: id, at: plusSeconds(incident.reportedAt, sla.trcS) })
  return [...dues, ...promised(incident)].filter(
    (due) => !incident.missed.includes(`${due.what}:${due.subject}`),
  )
}

const machineDues = (incident: Incident): Due[] => {
  const dues: Due[] = incident.offers.map((offer) => ({
    what: 'expiry',
    subject: offer.id,
    at: offer.expiresAt,
  }))
  const unfilled = incident.needs.some((need) => openSlots(incident, need) > 0)
  if (isAsking(incident.status) && unfilled && incident.nextWaveAt !== null)
    dues.push({ what: 'wave', subject: incident.id, at: incident.nextWaveAt })
  return dues
}

/**
 * Everything an incident waits for, by the deadlines it was reported under. Never empty while it is open: at the least somebody
 * reviews it.
 */
export const duesOf = (incident: Incident, fallback: Sla): Due[] => {
  if (hasEnded(incident.status)) return duesAfterwards(incident)
  const sla = slaOf(incident, fallback)
  const review: Due = {
    what: 'review',
    subject: incident.id,
    at: plusSeconds(incident.changedAt, sla.reviewS),
  }
  return [...peopleDues(incident, sla), ...machineDues(incident), review]
}

export const nextDueOf = (incident: Incident, fallback: Sla): Instant | null =>
  earliest(duesOf(incident, fallback).map((due) => due.at))
