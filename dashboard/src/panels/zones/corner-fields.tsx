import { X } from 'lucide-react'
import type { Point } from '#contracts/domain/place.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { movedCorner, withoutCorner } from './corners.ts'

interface Props {
  corners: readonly Point[]
  set: (corners: readonly Point[]) => void
}

const LIMITS = { lat: 90, lng: 180 }

/** One number of a corner, taken over when the field is left or Enter is pressed; what is no place is put back. */
const Degrees = ({
  label,
  axis,
  point,
  set,
}: {
  label: string
  axis: 'lat' | 'lng'
  point: Point
  set: (point: Point) => void
}) => (
  <input
    key={point[axis]}
    aria-label={label}
    inputMode="decimal"
    className="field w-full tabular-nums"
    defaultValue={point[axis]}
    onKeyDown={(event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      event.currentTarget.blur()
    }}
    onBlur={({ target }) => {
      const degrees = Number(target.value.trim().replace(',', '.'))
      const isDegrees = target.value.trim() !== '' && Math.abs(degrees) <= LIMITS[axis]
      if (!isDegrees) target.value = String(point[axis])
      else if (degrees !== point[axis]) set({ ...point, [axis]: degrees })
    }}
  />
)

/** The corners as numbers: the way by keyboard, and for who reads them from a radio message. */
export const CornerFields = ({ corners, set }: Props) => {
  const { zoneEdit: words } = useOfficeText()
  return (
    <details className="rounded-md border border-line">
      <summary className="cursor-pointer px-3 py-2 font-medium">{words.cornerTable(corners.length)}</summary>
      <ol className="space-y-1.5 px-3 pb-3">
        {corners.map((corner, index) => (
          <li key={index} className="flex items-center gap-1.5">
            <span className="w-6 text-right text-soft tabular-nums">{index + 1}</span>
            {(['lat', 'lng'] as const).map((axis) => (
              <Degrees
                key={axis}
                label={words.corner(index + 1, words[axis])}
                axis={axis}
                point={corner}
                set={(point) => set(movedCorner(corners, index, point))}
              />
            ))}
            <button
              type="button"
              aria-label={words.removeCorner(index + 1)}
              title={words.removeCorner(index + 1)}
              disabled={corners.length <= 3}
              onClick={() => set(withoutCorner(corners, index))}
              className="grid size-9 shrink-0 place-items-center rounded-md text-soft hover:bg-raised hover:text-ink disabled:opacity-40"
            >
              <X aria-hidden size={16} />
            </button>
          </li>
        ))}
      </ol>
    </details>
  )
}
