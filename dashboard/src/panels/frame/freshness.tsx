import { RefreshCw } from 'lucide-react'
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useOpenIncidents } from '../../api/queries.ts'
import { useSpeech } from '../../text/context.tsx'
import { duration } from '../../time/duration.ts'
import { clockSeconds } from '../../time/wita.ts'
import { useClock, useNow } from '../../time/now.tsx'
import { classes } from '../../ui/classes.ts'
import { Key } from '../../ui/key.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'

/** From this age on the data is called old. */
const OLD_S = 60

/** How old the data on the screen is, in words, and the way to newer. This screen does not renew itself. */
export const Freshness = () => {
  const { text, language } = useSpeech()
  const { frame, word } = text
  const queries = useQueryClient()
  const clock = useClock()
  const { dataUpdatedAt, isError } = useOpenIncidents()
  const fetching = useIsFetching() > 0
  const now = useNow()
  const reload = (): void => void queries.invalidateQueries()
  useShortcuts({ r: reload })

  // `dataUpdatedAt` is by this device's clock; what is shown is by the server's.
  const at = dataUpdatedAt + (clock.now() - Date.now())
  const ageS = (now - at) / 1000
  const time = clockSeconds(at, language)
  const old = ageS >= OLD_S
  const saying = dataUpdatedAt === 0 ? frame.noData : isError ? frame.dataFailed(time) : frame.dataAt(time)
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <p
        role="status"
        className={classes(
          'hidden min-w-0 truncate text-[0.88rem] sm:block',
          isError ? 'text-kritis' : 'text-soft',
        )}
      >
        {saying}
        {old && !isError && dataUpdatedAt > 0 && (
          <span className="font-semibold text-tinggi" aria-hidden>
            {' '}
            · {frame.dataOld(duration(ageS))}
          </span>
        )}
      </p>
      <button
        type="button"
        onClick={reload}
        aria-busy={fetching || undefined}
        aria-keyshortcuts="R"
        title={saying}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 font-medium text-soft hover:bg-raised hover:text-ink pointer-coarse:min-h-11 pointer-coarse:px-3"
      >
        <RefreshCw aria-hidden size={16} className={classes(fetching && 'animate-spin')} />
        <span className="sr-only lg:not-sr-only">{word.reload}</span>
        <span className={classes('sm:hidden text-[0.88rem]', (old || isError) && 'text-tinggi')} aria-hidden>
          {dataUpdatedAt === 0 ? '–' : time}
        </span>
        <Key>R</Key>
      </button>
    </div>
  )
}
