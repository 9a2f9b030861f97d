import { Pair } from '../../ui/pair.tsx'
import { classes } from '../../ui/classes.ts'

const tones = { wait: 'text-tinggi', trouble: 'text-kritis' }

/** A number with its name; coloured only when it is not nought and tells of trouble. */
export const Quantity = ({
  label,
  value,
  note,
  tone,
}: {
  label: string
  value: number
  note?: string | undefined
  tone?: keyof typeof tones
}) => (
  <Pair label={label}>
    <span className={classes('text-[1.15rem] font-semibold', tone && value > 0 && tones[tone])}>{value}</span>
    {note !== undefined && <span className="ml-1.5 text-soft">{note}</span>}
  </Pair>
)
