import { classes } from '../../ui/classes.ts'

/** A tab of the reports, of the place where one is or of another. */
export const tabLook = ({ isActive }: { isActive: boolean }): string =>
  classes(
    'inline-flex min-h-8 items-center rounded-md px-2.5 font-medium pointer-coarse:min-h-11',
    isActive ? 'bg-raised text-ink' : 'text-soft hover:bg-raised hover:text-ink',
  )
