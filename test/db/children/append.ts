import { openJournal } from '../../../db/open.ts'
import { batch, commandId, facts, newEvent } from '../facts.ts'

// Appends for ever, and says each event's number once it is durable.
const [folder = ''] = process.argv.slice(2)
const journal = await openJournal(folder)
for (let { seq } = await journal.head(); ; seq++) {
  const event = newEvent(seq, facts.taken(seq % 900))
  const answer = { commandId: commandId(seq), inputHash: 'h', output: String(seq + 1), at: event.at }
  await journal.append(seq, batch({ events: [event], answers: [answer] }))
  console.log(seq + 1)
}
