import { evaluate, blocked, clockOff } from '../ground/inspector.ts'
import { apiNames, workerNames, type MemberName } from '../ground/ground.ts'
import { nothingToMend, type Fault } from './fault.ts'

const kindOf = (name: MemberName): 'api' | 'worker' => (name.startsWith('api') ? 'api' : 'worker')
const BLOCKED_MS = 6000
const TEN_MINUTES_MS = 600_000

const killed = (names: readonly MemberName[], label: string): Fault => ({
  name: `kill ${label}`,
  about: kindOf(names[0] ?? 'api-1'),
  lastsMs: [0, 1500],
  hurt: async (ground, _chance, lastsMs) => {
    await Promise.all(names.map((name) => ground.member(name).kill(lastsMs)))
    return () => ground.ready().then(nothingToMend)
  },
})

const frozen = (names: readonly MemberName[], label: string, lastsMs: Fault['lastsMs']): Fault => ({
  name: `freeze ${label}`,
  about: kindOf(names[0] ?? 'api-1'),
  lastsMs,
  hurt: async (ground) => {
    for (const name of names) ground.member(name).signal('SIGSTOP')
    return async () => {
      for (const name of names) ground.member(name).signal('SIGCONT')
    }
  },
})

const ended = (name: MemberName): Fault => ({
  name: `end ${name} in order`,
  about: kindOf(name),
  lastsMs: [0, 300],
  hurt: async (ground) => {
    const code = await ground.member(name).term()
    if (code !== 0) throw new Error(`${name} was told to end and left with ${code}`)
    return () => ground.ready().then(nothingToMend)
  },
})

const stuck = (name: MemberName): Fault => ({
  name: `block ${name}`,
  about: kindOf(name),
  lastsMs: [BLOCKED_MS, BLOCKED_MS],
  hurt: async (ground) => {
    await evaluate(ground.member(name), blocked(BLOCKED_MS))
    return nothingToMend
  },
})

const offTime = (name: MemberName, ms: number): Fault => ({
  name: `clock of ${name} ${ms > 0 ? '+' : '-'}10 min`,
  about: 'clock',
  // Longer than the loops that look after what is due take their turn.
  lastsMs: [4000, 8000],
  hurt: async (ground) => {
    await evaluate(ground.member(name), clockOff(ms))
    return () => evaluate(ground.member(name), clockOff(0))
  },
})

export const processFaults: readonly Fault[] = [
  ...apiNames.map((name) => killed([name], name)),
  ...workerNames.map((name) => killed([name], name)),
  killed(apiNames, 'both apis'),
  killed(workerNames, 'both workers'),
  frozen(['api-1'], 'api-1', [1000, 5000]),
  frozen(['worker-1'], 'worker-1', [1000, 6000]),
  frozen(['worker-2'], 'worker-2', [12_000, 16_000]),
  frozen(workerNames, 'both workers', [5000, 8000]),
  frozen(apiNames, 'both apis', [2000, 5000]),
  frozen(['worker-1'], 'worker-1 for long', [25_000, 45_000]),
  frozen(['api-2'], 'api-2 for long', [25_000, 45_000]),
  frozen(apiNames, 'both apis for long', [15_000, 45_000]),
  ended('api-2'),
  ended('worker-1'),
  stuck('api-1'),
  stuck('worker-2'),
  offTime('api-1', TEN_MINUTES_MS),
  offTime('api-2', -TEN_MINUTES_MS),
  offTime('worker-1', TEN_MINUTES_MS),
  offTime('worker-2', -TEN_MINUTES_MS),
]
