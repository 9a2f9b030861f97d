import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMe, useSession } from '../../session/context.tsx'
import { languages, useSpeech, type Language } from '../../text/context.tsx'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Modal } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { themes, type Theme } from '../../ui/theme.ts'

const languageNames: Record<Language, string> = { id: 'Bahasa Indonesia', en: 'English' }

interface Props {
  theme: Theme
  onTheme: (theme: Theme) => void
  onClose: () => void
}

/** Who is signed in, language, light or dark, and the way out. */
export const Settings = ({ theme, onTheme, onClose }: Props) => {
  const { text, language, speak } = useSpeech()
  const { frame, labels } = text
  const me = useMe()
  const session = useSession()
  const [leaving, setLeaving] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const leave = async (): Promise<void> => {
    setLeaving(true)
    setFailure(null)
    try {
      await session.signOut()
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
      setLeaving(false)
    }
  }
  return (
    <Modal title={frame.settings} onClose={onClose}>
      <div className="flex flex-col gap-4 overflow-y-auto px-4 pt-1 pb-5 sm:px-5">
        <p>
          <span className="font-semibold">{me.displayName}</span>
          <span className="block text-soft">
            {labels.role[me.role]} · {me.agencyName}
          </span>
          <Link
            to="/akun"
            onClick={onClose}
            className="mt-1 inline-block font-medium text-accent underline underline-offset-4"
          >
            {frame.account}
          </Link>
        </p>
        <Choices
          row
          legend={frame.language}
          value={language}
          onChange={speak}
          choices={languages.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Choices
          row
          legend={frame.theme}
          value={theme}
          onChange={onTheme}
          choices={themes.map((value) => ({ value, label: frame.themes[value] }))}
        />
        {failure && <ProblemNote error={failure} title={frame.signOutFailed} />}
        <Button icon={LogOut} pending={leaving} onClick={() => void leave()} className="self-start">
          {frame.signOut}
        </Button>
      </div>
    </Modal>
  )
}
