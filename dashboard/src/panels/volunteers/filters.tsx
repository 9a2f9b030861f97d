import { Search } from 'lucide-react'
import { useRef } from 'react'
import type { Duty, Standing } from '#contracts/domain/volunteer/facts.ts'
import { useReference, type VolunteerFilter } from '../../api/queries.ts'
import { codesOf } from '../../text/codes.ts'
import { useText } from '../../text/context.tsx'
import { Key } from '../../ui/key.tsx'
import { useShortcuts } from '../../ui/shortcuts.tsx'

interface Props {
  filter: VolunteerFilter
  onChange: (filter: VolunteerFilter) => void
}

/** Without the keys that stand for "any", so that equal filters are equal. */
const without = (filter: VolunteerFilter): VolunteerFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''))

export const VolunteerFilters = ({ filter, onChange }: Props) => {
  const { volunteers: words, labels } = useText()
  const partners = useReference().data?.partners ?? []
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ '/': () => field.current?.focus() })
  const set = (change: VolunteerFilter): void => onChange(without({ ...filter, ...change }))
  return (
    <div
      role="search"
      aria-label={words.filters}
      className="flex flex-wrap gap-2 border-b border-line px-3 py-2.5"
    >
      <div className="relative min-w-56 flex-1">
        <Search aria-hidden size={16} className="absolute top-1/2 left-2.5 -translate-y-1/2 text-faint" />
        <input
          ref={field}
          type="search"
          className="field pr-8 pl-8.5"
          placeholder={words.search}
          aria-label={words.search}
          value={filter.q ?? ''}
          onChange={(event) => set({ q: event.target.value })}
        />
        <span className="absolute top-1/2 right-2.5 -translate-y-1/2">
          <Key>/</Key>
        </span>
      </div>
      <select
        aria-label={words.duty}
        className="field w-auto max-sm:flex-1"
        value={filter.duty ?? ''}
        onChange={(event) =>
          set({ duty: event.target.value === '' ? undefined : (event.target.value as Duty) })
        }
      >
        <option value="">{words.allDuty}</option>
        {codesOf(labels.duty).map((code) => (
          <option key={code} value={code}>
            {labels.duty[code]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.standing}
        className="field w-auto max-sm:flex-1"
        value={filter.standing ?? ''}
        onChange={(event) =>
          set({ standing: event.target.value === '' ? undefined : (event.target.value as Standing) })
        }
      >
        <option value="">{words.allStanding}</option>
        {codesOf(labels.standing).map((code) => (
          <option key={code} value={code}>
            {labels.standing[code]}
          </option>
        ))}
      </select>
      <select
        aria-label={words.partner}
        className="field w-auto max-sm:flex-1"
        value={filter.partnerId ?? ''}
        onChange={(event) => set({ partnerId: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{words.allPartners}</option>
        {partners.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
