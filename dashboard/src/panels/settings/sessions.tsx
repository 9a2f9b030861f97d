import { useUserAct } from '../../api/desk-acts.ts'
import { useAllSessions } from '../../api/settings-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Loading } from '../../ui/empty.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { Sessions } from '../people/sessions.tsx'

/** Everybody who is signed in, wherever; and the end of it. */
export const SessionsPart = () => {
  const { settings: words, people, labels, word } = useOfficeText()
  const announce = useAnnounce()
  const query = useAllSessions()
  const end = useUserAct('endSession', () => announce(people.done.ended))
  const sessions = query.data?.sessions
  const ownerOf = (sid: string): string => sessions?.find((one) => one.sid === sid)?.userId ?? ''
  return (
    <div className="flex max-w-3xl flex-col gap-2">
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Loading label={word.loading} />}
      {sessions && (
        <section
          aria-label={words.tabs.sessions}
          className="rounded-lg border border-line bg-panel px-4 py-2"
        >
          <h3 className="font-semibold">{words.sessionsTitle(sessions.length)}</h3>
          <p className="text-[0.88rem] text-faint">{words.sessionsHint}</p>
          <Sessions
            sessions={sessions.map((one) => ({
              ...one,
              of: `${one.displayName} · ${labels.role[one.role]}`,
            }))}
            ending={end.isPending ? end.variables.params.sid : null}
            onEnd={(sid) => end.mutate({ params: { id: ownerOf(sid), sid }, body: {} })}
          />
        </section>
      )}
      {end.error && <ProblemNote acting error={end.error} />}
    </div>
  )
}
