import { Eye, EyeOff } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { openInside } from '../open-inside.ts'
import { Mark } from '../panels/frame/mark.tsx'
import { languages, useSpeech, type Language } from '../text/context.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { classes } from '../ui/classes.ts'
import { Field, TextField } from '../ui/field.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSession } from './context.tsx'

const languageNames: Record<Language, string> = { id: 'Indonesia', en: 'English' }

/** Name and password. `notice` says why one is here. */
export const SignIn = ({ notice }: { notice: string | null }) => {
  const { text, language, speak } = useSpeech()
  const { session: words, frame } = text
  const session = useSession()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const submit = async (): Promise<void> => {
    setPending(true)
    setFailure(null)
    try {
      await session.signIn(login.trim(), password)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
      setPending(false)
    }
  }
  return (
    <div className="grid min-h-full place-items-center bg-ground px-4 py-8">
      <div className="w-full max-w-sm">
        <div className="mb-5 flex items-center gap-3">
          <Mark size={38} />
          <div>
            <p className="text-[1.3rem] leading-tight font-semibold">{frame.product}</p>
            <p className="text-soft">{words.intro}</p>
          </div>
        </div>
        <form
          noValidate
          aria-labelledby="masuk"
          className="flex flex-col gap-4 rounded-xl border border-line bg-panel p-5"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            if (!pending) void submit()
          }}
        >
          <h1 id="masuk" className="text-[1.15rem] font-semibold">
            {words.title}
          </h1>
          {notice !== null && <p role="status">{notice}</p>}
          <TextField
            autoFocus
            label={words.login}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={80}
            value={login}
            onChange={(event) => {
              // Whoever types his name will come in: fetched meanwhile. When that fails, coming in tries again and says so.
              openInside().catch(() => undefined)
              setLogin(event.target.value)
            }}
          />
          <Field label={words.password}>
            {(wiring) => (
              <div className="relative">
                <input
                  {...wiring}
                  className="field pr-10 pointer-coarse:pr-12"
                  type={shown ? 'text' : 'password'}
                  autoComplete="current-password"
                  maxLength={200}
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                />
                <IconButton
                  icon={shown ? EyeOff : Eye}
                  label={shown ? words.hide : words.show}
                  onClick={() => setShown(!shown)}
                  className="absolute top-1/2 right-0.5 -translate-y-1/2"
                />
              </div>
            )}
          </Field>
          {failure && <ProblemNote error={failure} />}
          <Button
            type="submit"
            look="primary"
            pending={pending}
            disabled={login.trim() === '' || password === ''}
          >
            {words.submit}
          </Button>
        </form>
        <div role="group" aria-label={frame.language} className="mt-3 flex justify-center gap-1">
          {languages.map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={language === one}
              onClick={() => speak(one)}
              className={classes(
                'min-h-8 rounded-md px-2.5 pointer-coarse:min-h-11',
                language === one ? 'font-semibold text-ink' : 'text-soft hover:text-ink',
              )}
            >
              {languageNames[one]}
            </button>
          ))}
        </div>
      </div>
    </div>
  )
}
