import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSound } from '../../dashboard/src/panels/alarms/sound.ts'

/** A browser's sound as far as it is asked whether it may: `resume` waits until `touch`, or does not at all. */
class FakeContext extends EventTarget {
  static last: FakeContext | null = null
  static allowed = false
  state = 'suspended'
  #waiting: (() => void)[] = []
  constructor() {
    super()
    FakeContext.last = this
  }
  resume(): Promise<void> {
    if (FakeContext.allowed) {
      this.#run()
      return Promise.resolve()
    }
    return new Promise((resolve) => this.#waiting.push(resolve))
  }
  touch(): void {
    this.#run()
    for (const resolve of this.#waiting) resolve()
  }
  close(): Promise<void> {
    this.state = 'closed'
    return Promise.resolve()
  }
  #run(): void {
    this.state = 'running'
    this.dispatchEvent(new Event('statechange'))
  }
}

let told: boolean[]
const sound = () => createSound((isLocked) => told.push(isLocked))
beforeEach(() => {
  told = []
  vi.stubGlobal('AudioContext', FakeContext)
})
afterEach(() => {
  vi.unstubAllGlobals()
  FakeContext.allowed = false
})

test('a browser that is started to allow it sounds at once', async () => {
  FakeContext.allowed = true
  await sound().unlock()
  expect(told.at(-1)).toBe(false)
})

test('any other stays locked until it is touched', async () => {
  const asked = sound()
  const [byItself, byHand] = [asked.unlock(), asked.unlock()]
  expect(told).toEqual([])
  FakeContext.last?.touch()
  await Promise.all([byItself, byHand])
  expect(told.at(-1)).toBe(false)
})

test('what was closed meanwhile does not count as unlocked', async () => {
  const asked = sound()
  const waiting = asked.unlock()
  const context = FakeContext.last
  await asked.close()
  context?.touch()
  await waiting
  expect(told).toEqual([true])
})
