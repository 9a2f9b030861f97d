import type { NeedRow, Referral } from '../words.ts'

/** One thing that an operator does to an incident. */
export type Deed =
  | { kind: 'verify' }
  | { kind: 'reject'; reason: 'palsu' | 'bukan_kedaruratan' }
  | { kind: 'refer'; to: Referral }
  | { kind: 'duplicate'; of: string }
  | { kind: 'needs'; needs: NeedRow[] }
  | { kind: 'dispatch' }
  | { kind: 'trc'; step: 'departed' | 'arrived' }
  | { kind: 'acknowledge'; alarm: string }
  | { kind: 'ask_again' }
  | { kind: 'widen' }
  | { kind: 'control'; note: string }
  | { kind: 'close'; note: string }
