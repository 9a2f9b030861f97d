import { useId, type ReactNode } from 'react'

/** A titled part of a page. */
export const Section = ({
  title,
  aside,
  children,
}: {
  title: string
  aside?: ReactNode
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-b border-line px-4 py-3.5 last:border-b-0 lg:px-5">
      <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h3 id={id} className="heading-small">
          {title}
        </h3>
        {aside}
      </div>
      {children}
    </section>
  )
}
