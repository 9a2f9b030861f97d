import { Maximize, Minus, Plus, type LucideIcon } from 'lucide-react'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Areas } from './areas.ts'
import { showCity, zoomIn, zoomOut } from './camera.ts'
import type { MapText } from './text.ts'

interface ControlProps {
  icon: LucideIcon
  name: string
  onClick: () => void
}

const Control = ({ icon: Icon, name, onClick }: ControlProps) => (
  <button
    type="button"
    aria-label={name}
    title={name}
    onClick={onClick}
    className="grid size-8 place-items-center text-soft hover:bg-raised hover:text-ink pointer-coarse:size-10"
  >
    <Icon aria-hidden size={17} strokeWidth={2.2} />
  </button>
)

interface ControlsProps {
  map: MapLibreMap | null
  areas: Areas
  text: MapText
}

/** Zoom and back to the whole city; the same by keyboard as by hand. */
export const Controls = ({ map, areas, text }: ControlsProps) => (
  <div className="absolute top-2 right-2 flex flex-col divide-y divide-line overflow-hidden rounded-md border border-line bg-panel shadow-sm">
    <Control icon={Plus} name={text.zoomIn} onClick={() => map && zoomIn(map)} />
    <Control icon={Minus} name={text.zoomOut} onClick={() => map && zoomOut(map)} />
    <Control icon={Maximize} name={text.wholeCity} onClick={() => map && showCity(map, areas)} />
  </div>
)
