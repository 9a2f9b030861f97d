import { useOwnAct } from '../../api/desk-acts.ts'
import { useOwnSessions } from '../../api/people-queries.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { Sessions } from '../people/sessions.tsx'

/** Where I am signed in; another one can be ended, this one by signing out. */
export const OwnSessions = () => {
  const { people: words, word } = useOfficeText()
  const announce = useAnnounce()
  const query = useOwnSessions()
  const end = useOwnAct('endOwnSession', () => announce(words.done.ended))
  return (
    <Section title={words.sessions}>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p className="text-soft">{word.loading}</p>}
      {query.data && (
        <Sessions
          sessions={query.data.sessions}
          ending={end.isPending ? end.variables.params.sid : null}
          onEnd={(sid) => end.mutate({ params: { sid }, body: {} })}
        />
      )}
      {end.error && <ProblemNote acting error={end.error} />}
    </Section>
  )
}
