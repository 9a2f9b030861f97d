import { Copy } from 'lucide-react'
import { useText } from '../../text/context.tsx'
import { IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { useCopy } from '../../ui/use-copy.ts'

/** The coordinates, to be pasted into whatever shows the way. */
export const PointToCopy = ({ point }: { point: string }) => {
  const { incident, word } = useText()
  const { place } = incident
  const announce = useAnnounce()
  const { copy, refused } = useCopy(() => announce(word.copied))
  return (
    <>
      <span className="flex items-center gap-1 text-soft proportional-nums">
        {point}
        <IconButton
          icon={Copy}
          label={place.copyPoint}
          onClick={() => void copy(point)}
          className="-my-1.5"
        />
      </span>
      <div role="status">
        {refused && (
          <TextField
            readOnly
            label={place.point}
            hint={place.copyByHand}
            value={point}
            onFocus={(event) => event.target.select()}
          />
        )}
      </div>
    </>
  )
}
