import type { Context } from '../../context.ts'
import { Trouble } from '../../trouble.ts'
import { plainLogin } from '../setup/create-user.ts'
import { issue, type SignedIn } from './issue.ts'

export interface SignInInput {
  login: string
  password: string
  /** Where the request came from, for the limit. */
  address: string
  /** What it was made with, for its owner to tell his sign-ins apart. */
  device?: string | undefined
}

/**
 * Somebody signs in. It takes the same time and gives the same answer whether name or password is wrong.
 * @throws Trouble `bad_credentials`, `too_many`
 */
export const signIn = async (context: Context, input: SignInInput): Promise<SignedIn> => {
  const attempt = { login: plainLogin(input.login), address: input.address }
  await context.signInLimits.spend(attempt)
  const credential = await context.credentials.ofLogin(attempt.login)
  const fits = await context.passwords.fits(credential?.passwordHash ?? null, input.password)
  const user = credential && (await context.store.ledger.load('user', credential._id))
  if (!fits || user === null || user.state.status !== 'enabled') throw new Trouble('bad_credentials')
  await context.signInLimits.forgive(attempt)
  const { agencyId } = user
  const { role, partnerId } = user.state
  const caller = { userId: user._id, sid: context.ids.next('sid'), role, agencyId, partnerId }
  return issue(context, caller, input.device)
}
