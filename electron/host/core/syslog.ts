import { createSocket } from 'node:dgram'
import { hostname } from 'node:os'

/** Sends one line of the log; never throws, never waits. */
export type Syslog = (line: {
  readonly at: string
  readonly level: 'info' | 'fault'
  readonly what: string
  readonly text: string
}) => void

/** RFC 5424: facility 13 (log audit), and how grave it is. */
const priority = { info: 13 * 8 + 6, fault: 13 * 8 + 3 } as const

/** A datagram that every receiver takes (RFC 5426, section 3.2). */
const longest = 2048

/** What a message's id may hold: 32 printable characters without a space. */
const idOf = (what: string): string => what.replace(/[^!-~]/g, '_').slice(0, 32) || '-'

/** One message of RFC 5424, in UTF-8 as its mark says. */
export function syslogMessage(
  { at, level, what, text }: Parameters<Syslog>[0],
  machine: string,
  pid: number,
): Buffer {
  const head = `<${priority[level]}>1 ${at} ${machine.replace(/[^!-~]/g, '_') || '-'} guichet ${pid} ${idOf(what)} - \uFEFF`
  return Buffer.from(`${head}${text}`).subarray(0, longest)
}

/**
 * The syslog server of the administration, by UDP: the log in the data folder stays the whole one, and a server that
 * does not answer stops nothing here.
 * @param address `name:port`
 */
export function openSyslog(address: string): Syslog {
  const [, host = '', port = ''] = /^\[?([^\]]+)\]?:(\d+)$/.exec(address) ?? []
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  // The socket of the log neither keeps the process alive nor ends it by an error.
  socket.unref()
  socket.on('error', () => {})
  return (line) => socket.send(syslogMessage(line, hostname(), process.pid), Number(port), host, () => {})
}
