import { coverageLevels } from '#contracts/domain/whereabouts/coverage.ts'
import { facilityTypes } from '#contracts/domain/words.ts'
import { Entry, Group, MarkSample } from './legend-parts.tsx'
import { facilityMark } from './marks/facility.ts'
import { hatchMark } from './marks/hatch.ts'
import type { Mark } from './marks/mark.ts'
import type { MapText } from './text.ts'
import type { FacilitySwitch } from './use-facilities.ts'

const plain: Mark = () => undefined
const hatch = { none: hatchMark('none'), thin: hatchMark('thin'), fair: plain }
const signs = facilityTypes.map((type) => ({ type, mark: facilityMark(type) }))

/** How many reach a kelurahan, by the density of the lines. */
export const CoverageGroup = ({ text }: { text: MapText }) => (
  <Group name={text.coverageGroup}>
    {coverageLevels.map((level) => (
      <Entry
        key={level}
        sample={
          <span className="overflow-hidden rounded-xs border border-edge">
            <MarkSample mark={hatch[level]} />
          </span>
        }
      >
        {text.coverage[level]}
      </Entry>
    ))}
  </Group>
)

/** The signs of the facilities, and whether they are wanted. */
export const FacilityGroup = ({ text, facilities }: { text: MapText; facilities: FacilitySwitch }) => {
  return (
    <Group
      name={text.facilityGroup}
      heading={
        <label className="flex min-h-6 items-center gap-1.5 pb-1 font-medium pointer-coarse:min-h-10">
          <input
            type="checkbox"
            className="mx-0.5 size-4 accent-accent"
            checked={facilities.isShown}
            onChange={({ target }) => facilities.show(target.checked)}
          />
          {text.facilityGroup}
        </label>
      }
    >
      {facilities.isShown &&
        signs.map(({ type, mark }) => (
          <Entry key={type} sample={<MarkSample mark={mark} />}>
            {text.facility[type]}
          </Entry>
        ))}
    </Group>
  )
}
