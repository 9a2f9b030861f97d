import { isUncertain, ProblemError } from '../../api/problem.ts'
import type { Catalogue } from '../../text/catalogue.ts'
import type { Language } from '../../text/context.tsx'
import { actName } from './names.ts'
import type { Unheard } from './watch.ts'

/** What failed, and why. Only the server's own refusal says for certain that nothing was saved. */
export const unheardSaying = (
  { act, error }: Pick<Unheard, 'act' | 'error'>,
  number: string | null,
  text: Catalogue,
  language: Language,
): { what: string; why: string } => {
  const { unheard: words, errors } = text
  const name = actName(text, act)
  if (!(error instanceof ProblemError))
    return {
      what: words.unsure(name, number),
      why: isUncertain(error) ? words.unanswered : errors.unknown,
    }
  const title = language === 'id' ? error.problem.title : error.problem.titleEn
  return isUncertain(error)
    ? { what: words.unsure(name, number), why: `${title} ${words.check}` }
    : { what: words.failed(name, number), why: `${title} ${errors.safe}` }
}
