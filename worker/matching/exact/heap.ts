/** A queue of small integers by rising key, each at most once; a key may fall while its item waits. */
export class Heap {
  size = 0
  private readonly items: number[] = []
  private readonly keys: number[] = []
  private places: Int32Array

  constructor(items: number) {
    this.places = new Int32Array(items).fill(ABSENT)
  }

  /** Makes room for item numbers below `items`. */
  reserve(items: number): void {
    if (items <= this.places.length) return
    const places = new Int32Array(Math.max(items, 2 * this.places.length)).fill(ABSENT)
    places.set(this.places)
    this.places = places
  }

  /** The least key; Infinity when empty. */
  get least(): number {
    return this.size === 0 ? Infinity : this.keys[0]!
  }

  /** Adds an item or lowers its key; never raises it. */
  push(item: number, key: number): void {
    let place = this.places[item]!
    if (place === ABSENT) place = this.size++
    this.rise(place, item, key)
  }

  pop(): number {
    const top = this.items[0]!
    this.places[top] = ABSENT
    this.size--
    if (this.size > 0) this.sink(this.items[this.size]!, this.keys[this.size]!)
    return top
  }

  clear(): void {
    for (let place = 0; place < this.size; place++) this.places[this.items[place]!] = ABSENT
    this.size = 0
  }

  private rise(place: number, item: number, key: number): void {
    const { items, keys, places } = this
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (keys[parent]! <= key) break
      items[place] = items[parent]!
      keys[place] = keys[parent]!
      places[items[place]!] = place
      place = parent
    }
    items[place] = item
    keys[place] = key
    places[item] = place
  }

  private sink(item: number, key: number): void {
    const { items, keys, places, size } = this
    let place = 0
    for (;;) {
      let child = 2 * place + 1
      if (child >= size) break
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++
      if (keys[child]! >= key) break
      items[place] = items[child]!
      keys[place] = keys[child]!
      places[items[place]!] = place
      place = child
    }
    items[place] = item
    keys[place] = key
    places[item] = place
  }
}

const ABSENT = -1
