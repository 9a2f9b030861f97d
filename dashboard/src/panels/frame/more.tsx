import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useMay } from '../../session/context.tsx'
import { useText } from '../../text/context.tsx'
import { classes } from '../../ui/classes.ts'
import { Modal } from '../../ui/dialog.tsx'
import type { FurtherSection } from './sections.ts'

/** The sections for which a bar has no room, behind one button. Nothing where the role has none of them. */
export const More = ({
  of,
  className,
}: {
  of: readonly FurtherSection[]
  className: (active: boolean) => string
}) => {
  const { frame } = useText()
  const may = useMay()
  const { pathname } = useLocation()
  const [open, setOpen] = useState(false)
  const mine = of.filter(({ action }) => may(action))
  if (mine.length === 0) return null
  const isActive = mine.some(({ to }) => pathname.startsWith(to))
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        className={className(isActive)}
        onClick={() => setOpen(true)}
      >
        <Ellipsis aria-hidden size={20} />
        {frame.more}
      </button>
      {open && (
        <Modal title={frame.more} onClose={() => setOpen(false)}>
          <ul className="overflow-y-auto px-2 pt-1 pb-4">
            {mine.map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  onClick={() => setOpen(false)}
                  className={classes(
                    'flex min-h-12 items-center gap-3 rounded-md px-3 font-medium hover:bg-raised',
                    pathname.startsWith(to) && 'text-accent',
                  )}
                >
                  <Icon aria-hidden size={20} />
                  {frame[name]}
                </Link>
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  )
}
