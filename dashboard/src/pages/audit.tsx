import { useInfiniteQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useApi } from '../api/context.tsx'
import { Check } from '../panels/audit/check.tsx'
import { FactDetails } from '../panels/audit/fact-details.tsx'
import { LedgerFilters, type LedgerFilter } from '../panels/audit/filters.tsx'
import { actorWords, factWords } from '../panels/audit/sentence.ts'
import { useOfficeSpeech } from '../text/office/use-office-text.ts'
import { useNow } from '../time/now.tsx'
import { shortMoment } from '../time/wita.ts'
import { Button } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Empty, Loading } from '../ui/empty.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useShortcuts } from '../ui/shortcuts.tsx'

const PAGE = 50

/** The ledger, newest first, page by page as it stood when it was opened. */
const useLedger = (filter: LedgerFilter) => {
  const api = useApi()
  return useInfiniteQuery({
    queryKey: ['ledger', filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'browseLedger',
        { query: { ...filter, limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => last.next,
  })
}

/** The ledger for whoever audits: what happened, who did it, and whether the chain holds. */
export const AuditPage = () => {
  const { text, language } = useOfficeSpeech()
  const { desk, word } = text
  const { audit } = desk
  const now = useNow(60_000)
  const [filter, setFilter] = useState<LedgerFilter>({})
  const [seq, setSeq] = useState<number | null>(null)
  const [checking, setChecking] = useState(false)
  const pages = useLedger(filter)
  const facts = pages.data?.pages.flatMap((page) => page.facts) ?? []
  const chosen = facts.find((fact) => fact.seq === seq)
  const move = (by: number): void => {
    const next = facts[facts.findIndex((fact) => fact.seq === seq) + by]
    if (next) setSeq(next.seq)
  }
  useShortcuts({ j: () => move(1), k: () => move(-1), c: () => setChecking(true) })
  return (
    <main id="isi" className="min-h-0 flex-1 overflow-y-auto px-4 py-4 lg:px-6">
      <div className="mx-auto flex max-w-[96rem] flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h1 className="text-[1.35rem] font-semibold">{audit.title}</h1>
          <Button icon={ShieldCheck} shortcut="C" onClick={() => setChecking(true)}>
            {audit.check}
          </Button>
        </div>
        <p className="text-soft">{audit.intro}</p>
        <LedgerFilters key={JSON.stringify(filter)} filter={filter} onApply={setFilter} />
        {pages.isError && <ProblemNote error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && <Loading label={word.loading} />}
        {pages.data && facts.length === 0 && <Empty title={audit.none} />}
        <div className="grid items-start gap-4 lg:grid-cols-[1fr_26rem]">
          {facts.length > 0 && (
            <div className="min-w-0">
              <ul
                aria-label={audit.list}
                className="divide-y divide-line rounded-lg border border-line bg-panel"
              >
                {facts.map((fact) => (
                  <li key={fact.seq}>
                    <button
                      type="button"
                      aria-current={fact.seq === seq}
                      onClick={() => setSeq(fact.seq)}
                      className={classes(
                        'flex min-h-10 w-full items-baseline gap-3 border-l-3 px-3 py-1.5 text-left',
                        fact.seq === seq ? 'border-accent bg-tint' : 'border-transparent hover:bg-raised',
                      )}
                    >
                      <span className="w-12 shrink-0 text-right text-faint">{fact.seq}</span>
                      <span className="min-w-0 flex-1">
                        <span className="block break-words">{factWords(text, fact)}</span>
                        <span className="block truncate text-[0.88rem] text-soft">
                          {fact.subject ?? fact.entityId} · {actorWords(text, fact)}
                        </span>
                      </span>
                      <time dateTime={fact.at} className="shrink-0 text-[0.88rem] text-soft">
                        {shortMoment(fact.at, now, language)}
                      </time>
                    </button>
                  </li>
                ))}
              </ul>
              {pages.hasNextPage && (
                <Button
                  className="mt-3 w-full"
                  pending={pages.isFetchingNextPage}
                  onClick={() => void pages.fetchNextPage()}
                >
                  {word.showMore}
                </Button>
              )}
            </div>
          )}
          <aside
            aria-label={audit.detail}
            className="rounded-lg border border-line bg-panel max-lg:order-first lg:sticky lg:top-0"
          >
            {chosen === undefined ? (
              <p className="px-4 py-3.5 text-soft">{audit.pick}</p>
            ) : (
              <FactDetails
                fact={chosen}
                onlyThis={() => setFilter({ entityId: chosen.entityId })}
                onlyWho={() => setFilter({ by: chosen.by.id })}
                onlySuch={() => setFilter({ type: chosen.type })}
              />
            )}
          </aside>
        </div>
      </div>
      {checking && <Check onClose={() => setChecking(false)} />}
    </main>
  )
}
