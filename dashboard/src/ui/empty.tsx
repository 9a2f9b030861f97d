import type { ReactNode } from 'react'

/** Nothing is here: said plainly, with what to do about it. */
export const Empty = ({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) => (
  <div className="flex flex-col items-start gap-1 px-4 py-6">
    <p className="font-medium">{title}</p>
    {hint !== undefined && <p className="text-soft">{hint}</p>}
    {children}
  </div>
)

/** Something is being read. */
export const Loading = ({ label }: { label: string }) => (
  <p role="status" className="px-4 py-6 text-soft">
    {label}
  </p>
)
