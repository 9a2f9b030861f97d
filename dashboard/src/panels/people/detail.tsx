import { ArrowLeft } from 'lucide-react'
import { Link } from 'react-router'
import type { UserView } from '#contracts/wire/routes/users.ts'
import { useUserAct } from '../../api/desk-acts.ts'
import { useSessionsOf } from '../../api/people-queries.ts'
import { useMe } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { useMoment } from '../../time/moment.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Pair } from '../../ui/pair.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { useAnnounce } from '../../ui/toast.tsx'
import { usePartnerName } from '../shared/partners.ts'
import { UserActions } from './actions.tsx'
import { Sessions } from './sessions.tsx'

const SignIns = ({ id }: { id: string }) => {
  const { people: words, word } = useOfficeText()
  const announce = useAnnounce()
  const query = useSessionsOf(id)
  const end = useUserAct('endSession', () => announce(words.done.ended))
  const ending = end.isPending ? end.variables.params.sid : null
  return (
    <Section title={words.sessions}>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <p className="text-soft">{word.loading}</p>}
      {query.data && (
        <Sessions
          sessions={query.data.sessions}
          ending={ending}
          onEnd={(sid) => end.mutate({ params: { id, sid }, body: {} })}
        />
      )}
      {end.error && <ProblemNote acting error={end.error} />}
    </Section>
  )
}

/** Somebody who signs in: his role, and where he is signed in. */
export const UserPanel = ({ user }: { user: UserView }) => {
  const { people: words, frame, labels, word } = useOfficeText()
  const moment = useMoment()
  const partnerName = usePartnerName()
  const { userId } = useMe()
  const isSelf = user.id === userId
  return (
    <article className="min-h-0 flex-1 overflow-y-auto">
      <header className="flex flex-col gap-3 border-b border-line px-4 py-3.5 lg:px-5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            to="/pengguna"
            aria-label={word.back}
            className="-ml-1.5 inline-grid size-9 place-items-center rounded-md text-soft hover:bg-raised md:hidden pointer-coarse:size-11"
          >
            <ArrowLeft aria-hidden size={19} />
          </Link>
          <h2 className="text-[1.25rem] leading-tight font-semibold">{user.displayName}</h2>
          <Chip tone={user.status === 'enabled' ? 'calm' : 'wait'}>{words.status[user.status]}</Chip>
        </div>
        {isSelf ? (
          <Link to="/akun" className="self-start font-medium text-accent underline underline-offset-4">
            {frame.account}
          </Link>
        ) : (
          <UserActions key={user.id} user={user} />
        )}
      </header>
      <Section title={words.about}>
        <dl className="grid grid-cols-2 gap-3">
          <Pair label={words.role}>{labels.role[user.role]}</Pair>
          <Pair label={words.login}>{user.login}</Pair>
          {user.partnerId !== null && <Pair label={words.partner}>{partnerName(user.partnerId)}</Pair>}
          <Pair label={words.since}>{moment(user.createdAt)}</Pair>
          <Pair label={words.changed}>{moment(user.changedAt)}</Pair>
        </dl>
      </Section>
      {!isSelf && <SignIns id={user.id} />}
    </article>
  )
}
