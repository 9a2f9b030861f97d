import kupang from '../../data/kupang.json' with { type: 'json' }
import { damageWeight } from '../../scenario/plan/places.ts'
import { weighted } from '../../scenario/luck.ts'
import type { Point } from '#contracts/domain/place.ts'
import type { Severity } from '#contracts/domain/words.ts'
import { between, lognormal, pick, type Random } from '../../simulator/random.ts'
import { betaOf, binomial } from '../draw.ts'
import type { Answers } from '#contracts/domain/volunteer/answers.ts'

/** Somebody on duty in the night of the storm. */
export interface Helper {
  at: Point
  /** Known only by his kelurahan: this is its reference point. */
  declared: Point | null
  answers: Answers
  /** His chance of a yes; 0 for whom no network reaches. */
  chance: number
}

export interface Call {
  atS: number
  place: Point
  severity: Severity
  slots: number
}

export interface Night {
  helpers: Helper[]
  /** By time. */
  calls: Call[]
}

const HOURS = 9
const CALLS = 150
const HELPERS = 300
const UNREACHABLE = 0.5
const DECLARED = 0.3
const PAST_ANSWERS = 30
/** Half the way across a kelurahan, in degrees. */
const AROUND_DEG = 0.008
const severities: [Severity, number][] = [
  ['rendah', 15],
  ['sedang', 40],
  ['tinggi', 32],
  ['kritis', 13],
]

const near = (random: Random, { lat, lng }: Point): Point => ({
  lat: lat + between(random, -AROUND_DEG, AROUND_DEG),
  lng: lng + between(random, -AROUND_DEG, AROUND_DEG),
})

const aHelper = (random: Random): Helper => {
  const area = pick(random, kupang.kelurahan)
  const chance = betaOf(random, 0.6, 1.8)
  const accepted = binomial(random, PAST_ANSWERS, chance)
  const declined = binomial(random, PAST_ANSWERS - accepted, 0.5)
  return {
    at: near(random, area),
    declared: random() < DECLARED ? { lat: area.lat, lng: area.lng } : null,
    answers: { accepted, declined, silent: PAST_ANSWERS - accepted - declined },
    chance: random() < UNREACHABLE ? 0 : chance,
  }
}

/** The storm has its worst in the middle of the nine hours. */
const aCall = (random: Random): Call => ({
  atS: (HOURS * 3600 * (random() + random())) / 2,
  place: near(
    random,
    weighted(
      random,
      kupang.kelurahan.map((area) => [area, damageWeight(area)] as const),
    ),
  ),
  severity: weighted(random, severities),
  slots: 1 + Math.floor(random() * 6),
})

export const aNight = (random: Random): Night => ({
  helpers: Array.from({ length: HELPERS }, () => aHelper(random)),
  calls: Array.from({ length: CALLS }, () => aCall(random)).sort((a, b) => a.atS - b.atS),
})

/** What he answers when he is asked, and after how many seconds; null: he keeps silent. */
export const answerOf = (random: Random, { chance }: Helper): { yes: boolean; afterS: number } | null => {
  const afterS = lognormal(random, 46.5, 0.8)
  const yes = random() < chance
  const decides = random() < 0.5 && chance > 0
  return yes || decides ? { yes, afterS } : null
}
