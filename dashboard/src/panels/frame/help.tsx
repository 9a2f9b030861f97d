import { severitiesWorstFirst } from '../shared/severities.ts'
import { useText } from '../../text/context.tsx'
import { Modal } from '../../ui/dialog.tsx'
import { Check } from '../../ui/field.tsx'
import { SeverityMark, SeverityWord } from '../../ui/severity-mark.tsx'
import { useShortcutChoice } from '../../ui/shortcuts.tsx'

const shown = {
  n: ['N'],
  jk: ['J', 'K'],
  enter: ['Enter'],
  a: ['A'],
  e: ['E'],
  m: ['M'],
  slash: ['/'],
  r: ['R'],
  c: ['C'],
  p: ['P'],
  ctrlEnter: ['Ctrl', 'Enter'],
  v: ['V'],
  digits: ['1–9'],
  t: ['T'],
  g: ['G'],
  u: ['U'],
  i: ['I'],
  question: ['?'],
  esc: ['Esc'],
} as const

export const Help = ({ onClose }: { onClose: () => void }) => {
  const { frame, help } = useText()
  const { enabled, enable } = useShortcutChoice()
  return (
    <Modal title={frame.shortcuts} intro={help.intro} onClose={onClose}>
      <div className="overflow-y-auto px-4 pt-2 pb-5 sm:px-5">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {(Object.keys(shown) as (keyof typeof shown)[]).map((row) => (
            <div key={row} className="contents">
              <dt className="flex gap-1">
                {shown[row].map((key) => (
                  <kbd
                    key={key}
                    className="min-w-7 rounded border border-edge px-1.5 text-center font-sans leading-6 font-medium"
                  >
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd className="text-soft">{help.rows[row]}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-4">
          <Check
            label={frame.shortcutsOn}
            checked={enabled}
            onChange={(event) => enable(event.target.checked)}
          />
        </div>
        <h3 className="heading-small mt-4 mb-1.5">{help.severities}</h3>
        <ul className="flex flex-wrap gap-x-5 gap-y-1.5">
          {severitiesWorstFirst.map((severity) => (
            <li key={severity} className="flex items-center gap-1.5">
              <SeverityMark severity={severity} />
              <SeverityWord severity={severity} />
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  )
}
