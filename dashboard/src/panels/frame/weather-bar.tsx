import { CloudRain } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { useWeather } from './use-weather.ts'

const EndWeather = lazy(async () => ({ default: (await import('../settings/end-weather.tsx')).EndWeather }))

/** Says on every screen that travel times count rain or a cyclone, and until when; who may change that, ends it here. */
export const WeatherBar = () => {
  const { weather } = useText().frame
  const saying = useWeather()
  const may = useMay()('policy.change')
  const [ending, setEnding] = useState(false)
  if (saying === null) return null
  return (
    <div className="flex min-h-9 shrink-0 items-center gap-2.5 border-b border-line bg-raised px-3 py-1 lg:px-4">
      <CloudRain aria-hidden size={17} className="shrink-0 text-soft" />
      <p className="min-w-0 flex-1 font-medium">{saying}</p>
      {may && (
        <Button size="small" onClick={() => setEnding(true)}>
          {weather.end}
        </Button>
      )}
      <Suspense>{ending && <EndWeather onClose={() => setEnding(false)} />}</Suspense>
    </div>
  )
}
