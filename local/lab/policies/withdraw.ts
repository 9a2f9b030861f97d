import type { View } from '../search/view.ts'

/** Whoever was asked may still answer, and comes. */
export const nobody = (): readonly number[] => []

/** The first yes takes the slot: everybody else is called off, as the product does. */
export const everybody = ({ pending }: View): readonly number[] => pending.map(({ person }) => person)

/** Those who would arrive after somebody on his way, even if they said yes this second. */
export const slower = ({ nowS, people, pending, coming }: View): readonly number[] => {
  const firstS = Math.min(...coming.map(({ arrivalS }) => arrivalS))
  return pending.map(({ person }) => person).filter((person) => nowS + people[person]!.travelS >= firstS)
}
