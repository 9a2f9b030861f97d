import { RefreshCw } from 'lucide-react'
import { useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useLive } from '../../live/provider.tsx'
import type { Link } from '../../live/connect.ts'
import { useSpeech } from '../../text/context.tsx'
import { duration } from '../../time/duration.ts'
import { clockSeconds } from '../../time/wita.ts'
import { useNow } from '../../time/now.tsx'
import { classes } from '../../ui/classes.ts'
import { Key } from '../../ui/key.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'

const dots: Record<Link, string> = {
  live: 'bg-there',
  connecting: 'bg-faint',
  behind: 'bg-tinggi-mark',
  cut: 'bg-kritis-mark',
}

/** How the screen stands to the server, in words and with its age, and the way to read everything anew. */
export const Freshness = () => {
  const { text, language } = useSpeech()
  const { frame, word } = text
  const queries = useQueryClient()
  const fetching = useIsFetching() > 0
  const link = useLive((view) => view.link)
  const heardAt = useLive((view) => view.heardAt)
  const now = useNow()
  const reload = (): void => void queries.invalidateQueries()
  useShortcuts({ r: reload })

  const ageS = heardAt === null ? 0 : Math.max(0, (now - heardAt) / 1000)
  const time = clockSeconds(heardAt ?? now, language)
  const saying = {
    live: frame.live,
    connecting: frame.connecting,
    behind: frame.behind,
    cut: heardAt === null ? frame.cutBefore : frame.cut(time),
  }[link]
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <div
        title={frame.dataAt(time)}
        className={classes(
          'flex min-w-0 items-center gap-2 truncate text-[0.88rem]',
          link === 'cut'
            ? 'font-semibold text-kritis'
            : link === 'behind'
              ? 'font-semibold text-tinggi'
              : 'text-soft',
        )}
      >
        <span aria-hidden className={classes('size-2 shrink-0 rounded-full', dots[link])} />
        {/* Only the words are spoken, when they change; the age beside them runs on in silence. */}
        <p role="status" className="truncate">
          {saying}
        </p>
        {heardAt !== null && (link === 'live' || link === 'behind') && (
          <span aria-hidden className="tabular-nums">
            {duration(ageS)}
          </span>
        )}
      </div>
      <button
        type="button"
        onClick={reload}
        aria-busy={fetching || undefined}
        aria-keyshortcuts="R"
        title={frame.dataAt(time)}
        className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-2 font-medium text-soft hover:bg-raised hover:text-ink pointer-coarse:min-h-11 pointer-coarse:px-3"
      >
        <RefreshCw aria-hidden size={16} className={classes(fetching && 'animate-spin')} />
        <span className="sr-only">{word.reload}</span>
        <Key>R</Key>
      </button>
    </div>
  )
}
