/**
 * Node's server and requests of HTTP, without what an `import` of `node:http` takes along: it reads each of its exports, and
 * with `WebSocket` all that Node's `fetch` rests on, 30 ms of each start of a host.
 */
export const { Agent, createServer, request } = process.getBuiltinModule('node:http')
