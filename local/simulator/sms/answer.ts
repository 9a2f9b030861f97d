import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { witaTime } from '#contracts/wire/time.ts'
import type { Inbox, Received } from './inbox.ts'

const Sms = z.object({ to: z.string(), text: z.string(), id: z.string() })

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (written: string): string => written.replaceAll(/[&<>"]/g, (sign) => escaped[sign] ?? '')
const linked = (written: string): string =>
  escape(written).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`)

const row = ({ at, to, text: words }: Received): string =>
  `<li><strong>${escape(to)}</strong> <small>${witaTime(at)}</small><br>${linked(words)}</li>`

const page = (messages: readonly Received[]): string => `<!doctype html>
<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5"><meta name="color-scheme" content="light dark"><title>SMS kotak masuk</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:0 auto;padding:1rem}ul{list-style:none;padding:0}li{padding:.75rem 0;border-bottom:1px solid #8888;overflow-wrap:anywhere}</style></head>
<body><h1>SMS kotak masuk (simulasi)</h1>
${messages.length === 0 ? '<p>Belum ada pesan.</p>' : `<ul>${messages.map(row).join('')}</ul>`}
</body></html>`

/** `POST /sms` takes a message; `GET /sms` shows them, `GET /sms.json` lists them. */
export const answerSms = async (
  inbox: Inbox,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const say = (status: number, type: string, body: string): void =>
    void response.writeHead(status, { 'content-type': type }).end(body)
  if (request.method !== 'POST')
    return request.url?.startsWith('/sms.json')
      ? say(200, 'application/json', JSON.stringify(inbox.all()))
      : say(200, 'text/html; charset=utf-8', page(inbox.all()))
  const sms = Sms.safeParse(JSON.parse(await text(request)))
  if (!sms.success) return say(400, 'application/json', '{"error":"to, text and id are wanted"}')
  inbox.take(sms.data)
  say(202, 'application/json', '{"queued":true}')
}
