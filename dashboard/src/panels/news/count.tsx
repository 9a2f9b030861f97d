import { useText } from '../../text/context.tsx'
import { classes } from '../../ui/classes.ts'
import { useUnopenedCount } from './context.tsx'

/** On the bars, whatever page is open: how much of the field's news waits in the incidents. */
export const NewsCount = ({ className }: { className?: string }) => {
  const { news } = useText().contact
  const count = useUnopenedCount()
  if (count === 0) return null
  return (
    <span
      className={classes('rounded bg-ink px-1.5 text-[0.8rem] leading-5 font-semibold text-panel', className)}
    >
      <span aria-hidden>{count}</span>
      <span className="sr-only">{news.waiting(count)}</span>
    </span>
  )
}
