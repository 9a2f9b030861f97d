/** The city that everything is played in. */
export const AGENCY = '5371'

/** Where the crowd lives: everything that people outside the platform know. */
export interface Place {
  /** By way of the links that faults disturb, one for each process of the api. */
  apis: string[]
  serverKey: string
  partners: { ref: string; url: string; port: number; secretIn: string; secretOut: string }[]
  logins: { role: string; login: string; password: string }[]
  drivers: Driver[]
}

/** A volunteer as his platform knows him. The same phone at two platforms is one natural person. */
export interface Driver {
  partner: string
  ref: string
  phone: string
  /** Which kelurahan, counted round. */
  area: number
}

/** How the platforms of the partners behave when we bring them something. */
export const manners = ['well', 'slow', 'failing', 'busy', 'inwards', 'garbage', 'gone'] as const
export type Manner = (typeof manners)[number]

export type Order =
  | { do: 'open'; place: Place; seed: number; ledgerFile: string; trapUrl: string }
  | { do: 'play'; seed: number }
  | { do: 'rest' }
  /** Many more at once, who fill the time. */
  | { do: 'rush'; on: boolean }
  /** Of one platform, or of all. */
  | { do: 'manner'; manner: Manner; partner?: string }
  | { do: 'probe' }
  | { do: 'screens' }
  | { do: 'close' }

/** What a screen shows: entity → version it was folded to and digest of its state. */
export interface Shown {
  role: string
  seq: number
  entities: Record<string, [version: number, digest: string]>
}

/** Counted since the crowd opened, but `perSecond`: writes acknowledged within the last second. */
export interface Tally {
  acknowledged: number
  perSecond: number
  acceptances: number
  confirmed: number
  reports: number
  slowestMs: number
  underWay: number
}

export type Said =
  | { said: 'open' | 'resting' | 'closed' }
  | { said: 'tally'; tally: Tally }
  | { said: 'probed'; ms: number | null; why?: string }
  | { said: 'screens'; screens: Shown[] }
