import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { useIncidentAct, type IncidentAct } from '../../api/act.ts'
import type { Input } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

interface Props<N extends IncidentAct> {
  name: N
  input: Input<N>
  label: string
  /** Said once the server has done it. */
  done: string
  icon?: LucideIcon
  look?: ComponentProps<typeof Button>['look']
  size?: ComponentProps<typeof Button>['size']
  disabled?: boolean
  describedBy?: string | undefined
  /** Where the error goes; null when a new attempt begins. */
  onProblem: (problem: Error | null) => void
}

/** An action that needs no question: one press, and the screen changes when the server has confirmed it. */
export const ActButton = <N extends IncidentAct>({
  name,
  input,
  label,
  done,
  describedBy,
  onProblem,
  ...look
}: Props<N>) => {
  const announce = useAnnounce()
  const act = useIncidentAct(name, () => announce(done))
  const press = (): void => {
    onProblem(null)
    act.mutate(input, { onError: onProblem })
  }
  return (
    <Button {...look} pending={act.isPending} onClick={press} aria-describedby={describedBy}>
      {label}
    </Button>
  )
}
