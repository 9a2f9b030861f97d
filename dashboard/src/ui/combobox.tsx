import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from './classes.ts'
import { Field } from './field.tsx'

export interface Option {
  value: string
  label: string
  detail?: ReactNode
  /** Other spellings by which it is found. */
  also?: readonly string[]
  disabled?: boolean
}

interface Props {
  label: string
  hint?: string | undefined
  error?: string | null | undefined
  optional?: boolean
  options: readonly Option[]
  value: string | null
  onChange: (value: string | null) => void
  /** Hears what is typed, for options that have to be fetched. */
  onTyped?: (typed: string) => void
  /** Said when nothing matches. */
  none: string
  /** The dialog is about this choice: it has the focus and shows its list from the beginning. */
  eager?: boolean
}

const plain = (text: string): string => text.toLocaleLowerCase('id').replaceAll(/[^a-z0-9]/g, '')

/** Options that match what is typed: those that begin with it first. */
export const matching = (options: readonly Option[], typed: string): Option[] => {
  const wanted = plain(typed)
  if (wanted === '') return [...options]
  const rank = ({ label, also = [] }: Option): number => {
    const spellings = [label, ...also].map(plain)
    if (spellings.some((spelling) => spelling.startsWith(wanted))) return 0
    return spellings.some((spelling) => spelling.includes(wanted)) ? 1 : 2
  }
  return options
    .map((option) => ({ option, rank: rank(option) }))
    .filter((entry) => entry.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}

/** A text field with a list to choose from (ARIA combobox): typing narrows, arrows move, Enter takes, Escape closes. */
export const Combobox = (props: Props) => {
  const {
    label,
    hint,
    error,
    optional = false,
    options,
    value,
    onChange,
    onTyped,
    none,
    eager = false,
  } = props
  const listId = useId()
  const chosen = options.find((option) => option.value === value)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(eager)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const found = matching(options, typed ?? '')
  const at = Math.min(active, Math.max(0, found.length - 1))

  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at, open])

  useEffect(() => {
    if (open) list.current?.scrollIntoView({ block: 'nearest' })
  }, [open])

  const take = (option: Option | undefined): void => {
    if (option === undefined || option.disabled) return
    onChange(option.value)
    setTyped(null)
    setOpen(false)
  }
  const leave = (): void => {
    setOpen(false)
    if (typed === null) return
    // What was typed to the end counts; anything else was no choice, and is not taken for one.
    const exact = found.find((option) =>
      [option.label, ...(option.also ?? [])].some((s) => plain(s) === plain(typed)),
    )
    if (exact) take(exact)
    else if (plain(typed) === '') onChange(null)
    setTyped(null)
  }
  const handleKey = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.key]
    if (move !== undefined) {
      event.preventDefault()
      if (open) setActive((at + move + found.length) % Math.max(1, found.length))
      else setOpen(true)
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      take(found[at])
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setTyped(null)
      setOpen(false)
    }
  }

  return (
    <Field label={label} hint={hint} error={error} optional={optional} className="relative">
      {(wiring) => (
        <div className="relative">
          <input
            {...wiring}
            className="field"
            data-first={eager || undefined}
            role="combobox"
            autoComplete="off"
            aria-expanded={open}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={open && found[at] ? `${listId}-${String(at)}` : undefined}
            value={typed ?? chosen?.label ?? ''}
            onChange={(event) => {
              setTyped(event.target.value)
              onTyped?.(event.target.value)
              setActive(0)
              setOpen(true)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={handleKey}
            onBlur={leave}
          />
          {open && (
            <ul
              ref={list}
              id={listId}
              role="listbox"
              aria-label={label}
              className={classes(
                'mt-1 max-h-64 overflow-y-auto rounded-md border border-edge bg-panel py-1',
                // The dialog makes room for a list that it opens with; any other lies over what follows.
                !eager && 'absolute inset-x-0 top-full z-20 shadow-xl',
              )}
            >
              {found.map((option, index) => (
                <li
                  key={option.value}
                  id={`${listId}-${String(index)}`}
                  role="option"
                  aria-selected={option.value === value}
                  aria-disabled={option.disabled || undefined}
                  // The field must not lose the focus before the choice is taken.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => take(option)}
                  className={classes(
                    'flex min-h-8 justify-between gap-x-3 px-3 py-1 max-sm:flex-col sm:items-center pointer-coarse:min-h-11',
                    index === at && 'bg-tint',
                    option.disabled && 'opacity-55',
                  )}
                >
                  <span className="min-w-0 truncate">{option.label}</span>
                  {option.detail && (
                    <span className="shrink-0 text-[0.88rem] text-soft">{option.detail}</span>
                  )}
                </li>
              ))}
              {found.length === 0 && <li className="px-3 py-2 text-soft">{none}</li>}
            </ul>
          )}
        </div>
      )}
    </Field>
  )
}
