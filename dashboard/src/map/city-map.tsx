import { lazy, Suspense } from 'react'
import { useSpeech } from '../text/context.tsx'
import type { MapViewProps } from './map-view.tsx'
import { mapText } from './text.ts'

const MapView = lazy(async () => ({ default: (await import('./map-view.tsx')).MapView }))

/** The map of the city, fetched when it is first shown. It fills its parent, which must have a height. */
export const CityMap = (props: MapViewProps) => {
  const text = mapText[useSpeech().language]
  return (
    <Suspense fallback={<p className="grid h-full place-items-center text-faint">{text.loading}</p>}>
      <MapView {...props} />
    </Suspense>
  )
}
