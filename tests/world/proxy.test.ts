import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from './client.ts'
import { openProxy, type Proxy } from './proxy.ts'

let server: Server
let proxy: Proxy
/** Says again what he hears. */
beforeEach(async () => {
  server = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  proxy = await openProxy(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
afterEach(async () => {
  await proxy.close()
  server.close()
})

const dial = () => {
  const socket: Socket = connect(proxy.port, '127.0.0.1')
  let heard = ''
  let reset = false
  socket.on('data', (chunk) => (heard += chunk.toString()))
  socket.on('error', () => (reset = true))
  return { socket, heard: () => heard, reset: () => reset }
}

it('hands on and counts, and ends as the link ends', async () => {
  const { socket, heard } = dial()
  socket.end('apa kabar')
  await once(socket, 'close')
  expect(heard()).toBe('apa kabar')
  expect(proxy.bytes).toEqual({ up: 9, down: 9 })
  await until('no link is left', async () => proxy.links() === 0)
})

it('stalls one direction: the server hears, the caller does not, and nothing is lost', async () => {
  const { socket, heard } = dial()
  socket.write('a')
  await until('the echo', async () => heard() === 'a')
  proxy.stall('down')
  socket.write('b')
  await until('it went up', async () => proxy.bytes.up === 2)
  expect([heard(), proxy.bytes.down, proxy.links()]).toEqual(['a', 1, 1])
  proxy.resume()
  await until('the rest', async () => heard() === 'ab')
  socket.destroy()
})

it('stalls links to come as well', async () => {
  proxy.stall()
  const { socket, heard } = dial()
  socket.write('a')
  await until('the link', async () => proxy.links() === 1)
  expect(proxy.bytes).toEqual({ up: 0, down: 0 })
  proxy.resume()
  await until('the echo', async () => heard() === 'a')
  socket.destroy()
})

it('cuts with a reset, and refuses until told otherwise', async () => {
  const first = dial()
  first.socket.write('a')
  await until('the echo', async () => first.heard() === 'a')
  proxy.refuse()
  proxy.cut()
  await until('the reset', async () => first.reset())
  const second = dial()
  await until('the refusal', async () => second.reset())
  proxy.admit()
  const third = dial()
  third.socket.end('c')
  await until('the echo', async () => third.heard() === 'c')
})

it('hands on late and byte by byte, in order, also what came before it was slow', async () => {
  const { socket, heard } = dial()
  socket.write('a')
  await until('the echo', async () => heard() === 'a')
  proxy.slow(40)
  socket.write('b')
  await until('it is under way', async () => proxy.bytes.up === 2)
  proxy.slow(0)
  proxy.slice(true)
  socket.end('cdefgh')
  await once(socket, 'close')
  expect(heard()).toBe('abcdefgh')
})
