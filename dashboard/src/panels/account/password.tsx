import { useState, type FormEvent } from 'react'
import { useOwnAct } from '../../api/desk-acts.ts'
import { ProblemError } from '../../api/problem.ts'
import { useOfficeText } from '../../text/office/use-office-text.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Section } from '../../ui/section.tsx'
import { useAnnounce } from '../../ui/toast.tsx'

const MIN_PASSWORD = 12

const isWrong = (error: Error | null): boolean =>
  error instanceof ProblemError &&
  (error.problem.fields?.some(({ path }) => path === 'body.present') ?? false)

/** Another password for oneself: the present one, and the new one twice. */
export const OwnPassword = () => {
  const { people: words, word } = useOfficeText()
  const announce = useAnnounce()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [strict, setStrict] = useState(false)
  const act = useOwnAct('changePassword', () => {
    for (const clear of [setPresent, setNext, setAgain]) clear('')
    setStrict(false)
    announce(words.done.password)
  })
  const isShort = next.length < MIN_PASSWORD
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setStrict(true)
    if (present === '' || isShort || next !== again || act.isPending) return
    // The input holds both passwords: it is not kept longer than needed.
    act.mutate({ body: { present, next } }, { onSuccess: () => act.reset() })
  }
  const wrong = isWrong(act.error)
  return (
    <Section title={words.change}>
      <form noValidate onSubmit={submit} className="flex max-w-md flex-col gap-3.5">
        <p className="text-soft">{words.changeIntro}</p>
        <TextField
          type="password"
          label={words.present}
          autoComplete="current-password"
          maxLength={200}
          error={wrong ? words.wrong : strict && present === '' ? word.required : null}
          value={present}
          onChange={(event) => setPresent(event.target.value)}
        />
        <TextField
          type="password"
          label={words.next}
          hint={words.nextHint}
          autoComplete="new-password"
          maxLength={200}
          error={strict && isShort ? words.nextHint : null}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <TextField
          type="password"
          label={words.again}
          autoComplete="new-password"
          maxLength={200}
          error={strict && next !== again ? words.differs : null}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
        {act.error && !wrong && <ProblemNote acting error={act.error} />}
        <Button type="submit" look="primary" pending={act.isPending} className="self-start">
          {words.change}
        </Button>
      </form>
    </Section>
  )
}
