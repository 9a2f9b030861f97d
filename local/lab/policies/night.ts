import { type Instant, toInstant } from '#contracts/domain/instant.ts'
import { NO_ANSWERS } from '#contracts/domain/volunteer/answers.ts'
import { silencesOf } from '#contracts/domain/volunteer/lately.ts'
import { distanceM } from '#contracts/domain/place.ts'
import { defaultMatchPolicy } from '#contracts/domain/policy/defaults.ts'
import type { MatchPolicy } from '#contracts/domain/policy/settings.ts'
import { priorOf } from '../../../worker/matching/acceptance.ts'
import { travelS } from '#contracts/domain/whereabouts/travel.ts'
import { assumedHabits, learnedReach } from '../../../worker/matching/habits.ts'
import { planRound } from '../../../worker/matching/round.ts'
import type { Candidate, OpenIncident } from '../../../worker/matching/types.ts'
import { type Known, type Lacking, nightAt as at, type NightPolicy } from '../seroja/view.ts'

const KELURAHAN_M = 1500

/** So many of the nearest asked for each open slot, the calls in the order of their reports. */
export const nearestPerSlot =
  (count: number): NightPolicy =>
  ({ nowS, helpers, lacking }) => {
    const taken = new Set<number>()
    return lacking.flatMap(({ call, place, openSlots, pending, asked }) => {
      const wanted = count * openSlots - pending.length
      const near = helpers
        .map((person, helper) => ({ person, helper, metres: distanceM(person.place, place) }))
        .filter(({ person, helper }) => person.isFree && person.restUntilS <= nowS && !asked.has(helper))
        .filter(({ helper }) => !taken.has(helper))
        .sort((a, b) => a.metres - b.metres)
        .slice(0, Math.max(0, wanted))
      for (const { helper } of near) taken.add(helper)
      return near.map(({ helper }) => ({ call, helper }))
    })
  }

/** The product's whole round, with everything it knows. */
export const productRound =
  (policy: MatchPolicy = defaultMatchPolicy): NightPolicy =>
  ({ nowS, helpers, lacking }) => {
    const now = at(nowS)
    const incidents = lacking.map((one) => incidentOf(one, helpers, nowS, policy))
    const candidates = helpers.map((person, helper) => candidateOf(person, helper, toInstant(now)))
    const prior = priorOf(
      helpers.map(({ answers }) => answers),
      policy.assumedChance,
    )
    const asked = candidates.map(({ answers = NO_ANSWERS, silences = 0 }) => ({ answers, silences }))
    const reach = learnedReach(asked, prior, policy)
    const habits = { ...assumedHabits(policy), prior, reach }
    return planRound({ now, policy, habits, incidents, candidates }).incidents.flatMap(
      ({ incidentId, offers }) =>
        offers.map(({ volunteerId }) => ({ call: Number(incidentId), helper: Number(volunteerId) })),
    )
  }

const incidentOf = (
  one: Lacking,
  helpers: readonly Known[],
  nowS: number,
  policy: MatchPolicy,
): OpenIncident => {
  const { call, place, severity, reportedS, openSlots, pending, asked } = one
  const fresh = pending.filter(({ askedS }) => nowS - askedS < policy.waveS[severity])
  return {
    incidentId: String(call),
    ...place,
    severity,
    reportedAt: at(reportedS),
    drill: false,
    ring: 0,
    askedThisSearch: [...asked].map(String),
    needs: [
      {
        needId: 'need',
        taskType: 'evakuasi_ringan',
        vehicle: 'any',
        skill: null,
        openSlots,
        openOffers: pending.length,
        freshOffers: fresh.length,
        pending: pending.map(({ helper, askedS }) => ({
          volunteerId: String(helper),
          travelS: helpers[helper]
            ? travelS(distanceM(helpers[helper].place, place), 'motorcycle', policy)
            : 0,
          silentS: nowS - askedS,
        })),
      },
    ],
  }
}

const candidateOf = (person: Known, helper: number, now: Instant): Candidate => ({
  silences: silencesOf([person.lately], now),
  volunteerId: String(helper),
  personKey: String(helper),
  partnerId: 'mandiri',
  vehicle: 'motorcycle',
  skills: [],
  duty: 'on',
  standing: 'active',
  claimed: !person.isFree,
  onTrip: false,
  answers: person.answers,
  askedToday: person.askedToday,
  servedThisWeek: 0,
  dutyS: 0,
  // A Date has whole milliseconds; the night goes by in whole seconds, so nothing is lost by rounding up.
  restUntil: at(Math.ceil(person.restUntilS)),
  channelHealthy: true,
  sandbox: false,
  position: {
    ...person.place,
    source: person.isDeclared ? 'declared' : 'live',
    ageS: 10,
    uncertaintyM: person.isDeclared ? KELURAHAN_M : 0,
  },
})
