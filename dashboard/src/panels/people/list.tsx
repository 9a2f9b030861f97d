import { Link } from 'react-router'
import type { UserView } from '#contracts/wire/routes/users.ts'
import { useMe } from '../../session/context.tsx'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Chip } from '../../ui/chip.tsx'
import { classes } from '../../ui/classes.ts'
import { usePartnerName } from '../shared/partners.ts'

const Row = ({ user, selected }: { user: UserView; selected: boolean }) => {
  const { people: words, labels } = useOfficeText()
  const partnerName = usePartnerName()
  const { userId } = useMe()
  return (
    <li>
      <Link
        to={`/pengguna/${user.id}`}
        aria-current={selected ? 'true' : undefined}
        className={classes(
          'flex flex-col border-b border-line px-3.5 py-2 focus-visible:-outline-offset-2',
          selected ? 'bg-tint shadow-[inset_3px_0_0_var(--accent)]' : 'hover:bg-raised',
        )}
      >
        <span className="flex items-center justify-between gap-2">
          <span className="truncate font-semibold">
            {user.displayName}
            {user.id === userId && <span className="font-normal text-soft"> · {words.you}</span>}
          </span>
          {user.status === 'disabled' && <Chip tone="wait">{words.status.disabled}</Chip>}
        </span>
        <span className="truncate text-[0.88rem] text-soft">
          {labels.role[user.role]}
          {user.partnerId !== null && ` · ${partnerName(user.partnerId)}`}
          <span className="text-faint"> · {user.login}</span>
        </span>
      </Link>
    </li>
  )
}

/** Everybody who signs in, by name; who may not at present comes last. */
export const PeopleList = ({
  users,
  selected,
}: {
  users: readonly UserView[]
  selected: string | undefined
}) => (
  <ul aria-label={useOfficeText().people.title}>
    {users
      .toSorted(
        (a, b) =>
          Number(a.status === 'disabled') - Number(b.status === 'disabled') ||
          a.displayName.localeCompare(b.displayName, 'id'),
      )
      .map((user) => (
        <Row key={user.id} user={user} selected={user.id === selected} />
      ))}
  </ul>
)
