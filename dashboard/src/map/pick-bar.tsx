import { Crosshair } from 'lucide-react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { Button } from '../ui/button.tsx'
import type { Pick } from './model.ts'
import type { MapText } from './text.ts'
import { pointOf } from './use-clicks.ts'

interface Props {
  map: MapLibreMap | null
  pick: Pick
  text: MapText
  /** By this id the map is described to who hears it. */
  hintId: string
}

/** Says what a click does now; by keyboard: move the map with the arrows and take its middle. */
export const PickBar = ({ map, pick, text, hintId }: Props) => (
  <>
    <Crosshair
      aria-hidden
      size={30}
      strokeWidth={1.4}
      className="pick-middle pointer-events-none absolute top-1/2 left-1/2 -translate-1/2 text-accent"
    />
    <div className="pick-bar absolute bottom-8 left-1/2 flex -translate-x-1/2 items-center gap-3 rounded-md border border-line bg-panel py-1.5 pr-1.5 pl-3 text-[0.9rem] whitespace-nowrap text-ink shadow-sm max-xs:[&>span]:sr-only">
      <span id={hintId}>{text.pickHint}</span>
      <Button size="small" onClick={() => map && pick.onPick(pointOf(map.getCenter()))}>
        {text.pickMiddle}
      </Button>
    </div>
  </>
)
