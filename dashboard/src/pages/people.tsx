import { Search, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useUsers } from '../api/people-queries.ts'
import { CreateUser } from '../panels/people/create.tsx'
import { UserPanel } from '../panels/people/detail.tsx'
import { PeopleList } from '../panels/people/list.tsx'
import { useOfficeText } from '../text/office/use-office-text.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { Shelf } from '../ui/shelf.tsx'

/** Everybody who signs in. */
export const PeoplePage = () => {
  const { people: words } = useOfficeText()
  const { id } = useParams()
  const [q, setQ] = useState('')
  const [creating, setCreating] = useState(false)
  const query = useUsers()
  const users = query.data?.users
  const wanted = q.trim().toLocaleLowerCase('id')
  const found = users?.filter(({ displayName, login }) =>
    `${displayName} ${login}`.toLocaleLowerCase('id').includes(wanted),
  )
  const chosen = users?.find((user) => user.id === id)
  return (
    <Shelf
      title={words.title}
      count={users && words.count(users.length)}
      action={
        <Button icon={UserPlus} onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      }
      query={query}
      isOpen={chosen !== undefined}
      list={
        found && (
          <>
            <div role="search" className="relative border-b border-line px-3 py-2.5">
              <Search
                aria-hidden
                size={16}
                className="absolute top-1/2 left-5.5 -translate-y-1/2 text-faint"
              />
              <input
                type="search"
                className="field pl-8.5"
                placeholder={words.search}
                aria-label={words.search}
                value={q}
                onChange={(event) => setQ(event.target.value)}
              />
            </div>
            {found.length === 0 ? (
              <Empty title={words.noMatch} />
            ) : (
              <PeopleList users={found} selected={id} />
            )}
          </>
        )
      }
      pick={words.pick}
      detail={chosen && <UserPanel key={chosen.id} user={chosen} />}
    >
      {creating && <CreateUser onClose={() => setCreating(false)} />}
    </Shelf>
  )
}
