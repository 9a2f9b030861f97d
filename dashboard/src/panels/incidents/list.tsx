import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useOpenIncidents } from '../../api/queries.ts'
import { useText } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty, Loading } from '../../ui/empty.tsx'
import { Key } from '../../ui/key.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'
import { Archive } from './archive.tsx'
import { IncidentRow } from './row.tsx'
import { sifted, type Sieve } from './sieve.ts'
import { Sieves } from './sieves.tsx'
import { useVisible } from './use-visible.ts'

/** All incidents that are not over, or the archive. J and K walk through what is visible. */
export const IncidentList = ({ selected }: { selected: string | undefined }) => {
  const text = useText()
  const { list } = text.incident
  const open = useOpenIncidents()
  const navigate = useNavigate()
  const searchField = useRef<HTMLInputElement>(null)
  const [sieve, setSieve] = useState<Sieve>('active')
  const [q, setQ] = useState('')
  const incidents = open.data?.incidents ?? []
  const { visible, hold, release } = useVisible(incidents, sieve === 'archive' ? 'active' : sieve, q)

  const walk = (by: number): void => {
    const at = visible.findIndex(({ id }) => id === selected)
    const next = visible[at === -1 ? 0 : Math.min(visible.length - 1, Math.max(0, at + by))]
    if (next === undefined || sieve === 'archive') return
    void navigate(`/kejadian/${next.id}`)
  }
  const isListed = visible.some(({ id }) => id === selected)
  useEffect(() => {
    // Chosen on the map, in the alarm bar or by a key: its row comes into view, and stays where it is if it was.
    if (selected !== undefined && isListed)
      document
        .querySelector(`[data-incident="${CSS.escape(selected)}"]`)
        ?.scrollIntoView({ block: 'nearest' })
  }, [selected, isListed])
  useShortcuts({
    j: () => walk(1),
    k: () => walk(-1),
    '/': () => searchField.current?.focus(),
  })

  return (
    <section aria-label={list.title} className="flex min-h-0 flex-1 flex-col">
      <div className="flex flex-col gap-2 border-b border-line px-3 pt-2.5 pb-2">
        <div className="relative">
          <Search aria-hidden size={16} className="absolute top-1/2 left-2.5 -translate-y-1/2 text-faint" />
          <input
            ref={searchField}
            type="search"
            className="field pr-8 pl-8.5"
            placeholder={list.search}
            aria-label={list.search}
            value={q}
            onChange={(event) => setQ(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur()
            }}
          />
          <span className="absolute top-1/2 right-2.5 -translate-y-1/2">
            <Key>/</Key>
          </span>
        </div>
        <Sieves
          chosen={sieve}
          onChoose={setSieve}
          countOf={(one) => (one === 'archive' ? null : sifted(incidents, one).length)}
        />
      </div>
      {sieve === 'archive' ? (
        <Archive q={q.trim()} selected={selected} />
      ) : (
        <div className="min-h-0 flex-1 overflow-y-auto" onPointerEnter={hold} onPointerLeave={release}>
          {open.isError && !open.data && (
            <div className="p-3">
              <ProblemNote error={open.error} onRetry={() => void open.refetch()} />
            </div>
          )}
          {open.isPending && <Loading label={text.word.loading} />}
          {open.data && visible.length === 0 && (
            <Empty
              title={incidents.length === 0 ? list.empty : list.noMatch}
              {...(incidents.length === 0 ? { hint: list.emptyHint } : {})}
            >
              {incidents.length > 0 && (
                <Button
                  size="small"
                  className="mt-2"
                  onClick={() => {
                    setQ('')
                    setSieve('active')
                  }}
                >
                  {list.clear}
                </Button>
              )}
            </Empty>
          )}
          <ul>
            {visible.map((incident) => (
              <IncidentRow key={incident.id} incident={incident} selected={incident.id === selected} />
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
