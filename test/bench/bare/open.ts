import Database from 'better-sqlite3'

// The least that a start on a journal can be: Node, the file opened, its head read.

const db = new Database(process.argv[2] ?? '')
db.pragma('journal_mode = wal')
db.prepare('select * from head').get()
process.stdout.write('ready\n')
setInterval(() => {}, 1000)
