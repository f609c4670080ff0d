// The bare alternative of a command over a MessagePort: the same transport, one durable append, no domain.
// CommonJS, for Electron's utility process as it is: better-sqlite3 and nothing else.
const path = require('node:path')
const Database = require('better-sqlite3')

const { GUICHET_DATA, GUICHET_SQLITE_BINDING } = process.env
const options = GUICHET_SQLITE_BINDING ? { nativeBinding: GUICHET_SQLITE_BINDING } : {}
const db = new Database(path.join(GUICHET_DATA, 'bare.sqlite'), options)
db.pragma('journal_mode = wal')
db.pragma('synchronous = full')
db.exec('create table appended (seq integer primary key, body text not null) strict')
const insert = db.prepare('insert into appended (body) values (?)')

process.parentPort.on('message', ({ ports: [port] }) => {
  port.on('message', ({ data }) => {
    const { id, body } = JSON.parse(data)
    const seq = insert.run(body).lastInsertRowid
    port.postMessage(JSON.stringify({ id, seq: Number(seq) }))
  })
  port.start()
})
process.parentPort.postMessage({ t: 'ready' })
