import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { playCycle } from './cycle.ts'
import { createDraw } from './faults/draw.ts'
import { bundle, root } from './ground/bundle.ts'
import { isBeyondTime, isGood, KEPT, unplayedLine, type CycleLine } from './line.ts'
import type { FaultsOptions } from './options.ts'
import { leave, openStage, type Stage } from './stage.ts'

/** The seed of each cycle follows from that of the run; with `--cycles 1` it is the run's own. */
const seedOf = (run: number, cycle: number): number =>
  cycle === 1 ? run : (run * 7919 + cycle * 104_729) % 2 ** 31

/** The commit that is tried; a tree without git says so in a file. */
const commitOf = async (): Promise<string> => {
  const note = join(root, 'COMMIT')
  if (existsSync(note)) return (await readFile(note, 'utf8')).trim()
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root }).toString().trim()
  } catch {
    return 'unknown'
  }
}

export const readLines = async (file: string): Promise<CycleLine[]> =>
  existsSync(file)
    ? (await readFile(file, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as CycleLine)
    : []

/** An undisturbed probe is measured anew so often. */
const CALM_EVERY = 4
const SIGNALS = ['SIGINT', 'SIGTERM'] as const
/** Cycles that do not count are played again, so many at most: half as many as are wanted, and some. */
const mayPlay = (wanted: number): number => Math.ceil(wanted * 1.5) + 3
const counted = (lines: readonly CycleLine[]): number => lines.filter(({ counts }) => counts).length

/** How a run is played: with real processes, unless a test has others. */
const really = { prepare: () => bundle(), open: openStage, play: playCycle }

/** Plays cycle after cycle, each a line in the run file at once. Returns all lines of the file. */
export const run = async (
  options: FaultsOptions,
  heard: (line: CycleLine) => void,
  note: (text: string) => void,
  { prepare, open, play }: typeof really = really,
): Promise<CycleLine[]> => {
  const { cycles, seed, resume, fresh, only } = options
  const file = options.file ?? join(root, 'out', 'faults', `seed-${seed}.jsonl`)
  await mkdir(dirname(file), { recursive: true })
  if (!resume) await writeFile(file, '')
  const lines = await readLines(file)
  await prepare()
  const commit = await commitOf()
  const draw = createDraw({ seed, cycles, only })
  let stage: Stage | null = null
  // Ctrl-C and the like: nothing that was started or mounted stays behind.
  let isLeaving = false
  const forEver = new Promise<never>(() => undefined)
  const leaving = (): void => {
    isLeaving = true
    void (stage === null ? Promise.resolve() : leave(stage)).finally(() => process.exit(130))
  }
  for (const signal of SIGNALS) process.once(signal, leaving)
  try {
    const most = Math.max(mayPlay(cycles), lines.length + mayPlay(cycles - counted(lines)))
    while (counted(lines) < cycles && lines.length < most) {
      const cycle = lines.length + 1
      const own = seedOf(seed, cycle)
      stage ??= await open(options, own)
      const line = await play(stage.ground, {
        cycle,
        seed: own,
        commit,
        faults: draw(cycle, stage.ground),
        sometimes: stage.sometimes,
        calmS: stage.played % CALM_EVERY === 0 || stage.calmS === null ? undefined : stage.calmS,
        history: stage.history,
      }).catch((error: unknown) =>
        unplayedLine({ cycle, seed: own, commit, engine: stage?.ground.mongo.kind ?? '' }, String(error)),
      )
      stage.calmS = line.calmS
      // A cycle that was broken off from outside says nothing; whoever is leaving ends the process when all is closed.
      if (isLeaving) await forEver
      await appendFile(file, `${JSON.stringify(line)}\n`)
      lines.push(line)
      heard(line)
      stage.played += 1
      stage.isKept = !isGood(line)
      if (stage.isKept) note(`      ${KEPT}${stage.ground.dir}`)
      if (isBeyondTime(line) && options.untilBroken) break
      if (stage.played < fresh && !stage.isKept) continue
      await leave(stage)
      stage = null
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, leaving)
    if (stage !== null) await leave(stage)
  }
  return lines
}
