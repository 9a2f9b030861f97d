import { useState } from 'react'
import type { Facility } from '#contracts/domain/reference.ts'
import { useReference } from '../api/queries.ts'
import { readChoice, writeChoice } from '../ui/choice.ts'

const none: readonly Facility[] = []
const choices = ['shown', 'hidden'] as const

/** The hospitals, posts and ports that the agency keeps in its reference data, while this person wants to see them. */
export const useFacilities = () => {
  const known = useReference().data?.facilities ?? none
  const [choice, setChoice] = useState(() => readChoice('facilities', choices, 'shown'))
  const isShown = choice === 'shown'
  return {
    facilities: isShown ? known : none,
    isShown,
    show: (shown: boolean): void => {
      const next = shown ? 'shown' : 'hidden'
      writeChoice('facilities', next)
      setChoice(next)
    },
  }
}
export type FacilitySwitch = ReturnType<typeof useFacilities>
