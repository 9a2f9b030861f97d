import { useText } from '../../text/context.tsx'
import { classes } from '../../ui/classes.ts'
import { sieves, type Sieve } from './sieve.ts'

interface Props {
  chosen: Sieve
  onChoose: (sieve: Sieve) => void
  countOf: (sieve: Sieve) => number | null
}

/** What part of the incidents to show, with how many there are. */
export const Sieves = ({ chosen, onChoose, countOf }: Props) => {
  const { list } = useText().incident
  return (
    <div role="group" aria-label={list.filters} className="-mx-1 flex gap-0.5 overflow-x-auto px-1 py-0.5">
      {sieves.map((sieve) => {
        const count = countOf(sieve)
        return (
          <button
            key={sieve}
            type="button"
            aria-pressed={chosen === sieve}
            onClick={() => onChoose(sieve)}
            className={classes(
              'min-h-7 shrink-0 rounded-md px-1.25 text-[0.86rem] whitespace-nowrap pointer-coarse:min-h-10 pointer-coarse:px-2.5',
              chosen === sieve ? 'bg-raised font-semibold text-ink' : 'text-soft hover:bg-raised',
            )}
          >
            {list[sieve]}
            {count !== null && <span className={chosen === sieve ? '' : 'text-faint'}> {count}</span>}
          </button>
        )
      })}
    </div>
  )
}
