import type { Closers } from '#contracts/runtime/closers.ts'
import type { Logger } from '#contracts/runtime/log.ts'
import { createApp } from './app.ts'
import type { ApiConfig } from './config.ts'
import { openContext, type Context } from './context.ts'
import { listen } from './http/server.ts'
import { serveLive, type LiveServer } from './live/serve.ts'

export interface RunningApi {
  /** Where it listens, for this machine. */
  url: string
  port: number
  context: Context
  live: LiveServer
}

const EVERYWHERE = new Set(['0.0.0.0', '::'])

const urlOf = (host: string, port: number): string => {
  const name = EVERYWHERE.has(host) ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}

/** Opens everything and serves; port 0 takes a free one. Closed by `closers`. Rejects when the port is taken or MongoDB is away. */
export const startApi = async (config: ApiConfig, log: Logger, closers: Closers): Promise<RunningApi> => {
  const server = await listen(config.host, config.port)
  // For a start that fails further down; in a good stop it is closed already by the closer below.
  closers.add('port', server.close)
  const url = urlOf(config.host, server.port)
  const settled = { ...config, port: server.port, publicUrl: config.publicUrl ?? url }
  const context = await openContext(settled, log, closers)
  server.serve(createApp(context))
  closers.add('http', server.close)
  // Closed before it: the port is not closed while a screen is connected.
  const live = serveLive(context, server.server, closers)
  return { url, port: server.port, context, live }
}
