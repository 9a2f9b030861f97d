import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

interface Tab<T extends string> {
  value: T
  label: string
  /** Mounted while it is the one that is shown. */
  content: ReactNode
}

interface Props<T extends string> {
  label: string
  value: T
  onChange: (value: T) => void
  tabs: readonly Tab<T>[]
}

/** Parts of a page of which one is shown; the arrow keys move between them. */
export const Tabs = <T extends string>({ label, value, onChange, tabs }: Props<T>) => (
  <Radix.Root
    value={value}
    onValueChange={(next) => {
      const tab = tabs.find((one) => one.value === next)
      if (tab) onChange(tab.value)
    }}
    activationMode="manual"
    className="flex min-h-0 flex-1 flex-col"
  >
    <Radix.List
      aria-label={label}
      className="flex shrink-0 gap-0.5 overflow-x-auto border-b border-line px-2.5 lg:px-3.5"
    >
      {tabs.map((tab) => (
        <Radix.Trigger
          key={tab.value}
          value={tab.value}
          className="min-h-10 border-b-2 border-transparent px-1.5 font-medium whitespace-nowrap text-soft max-sm:text-[0.93rem] sm:px-2.5 hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink pointer-coarse:min-h-11"
        >
          {tab.label}
        </Radix.Trigger>
      ))}
    </Radix.List>
    {tabs.map((tab) => (
      <Radix.Content
        key={tab.value}
        value={tab.value}
        className="min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        {tab.content}
      </Radix.Content>
    ))}
  </Radix.Root>
)
