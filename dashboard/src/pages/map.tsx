import { CityPanel } from '../panels/incidents/city.tsx'
import { useText } from '../text/context.tsx'

/** The whole city and nothing else: for a thumb, and for a wall. */
export const MapPage = () => (
  <main id="isi" className="min-h-0 flex-1">
    <h1 className="sr-only">{useText().frame.map}</h1>
    <CityPanel selected={undefined} />
  </main>
)
