import { useRef, useState } from 'react'
import { type TicketId, TicketNumber } from '../../shared/contract/ids.ts'
import { hour, ticketNumber } from '../../shared/messages/format/numbers.ts'
import { reception as words } from '../../shared/messages/queue/reception.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Button } from '../ui/Button.tsx'
import { say } from '../link/notices.ts'
import { Pinned } from '../ui/Pinned.tsx'
import type { Queue, ReceptionActs, ReceptionView } from './acts.ts'
import style from './ByNumber.module.css'
import { findNumber, type NumberAct } from './findNumber.ts'
import { numberTyped } from './match.ts'
import { Search } from './Search.tsx'

/** Someone who goes, is back, or has lost their paper: by the number. */
export function ByNumber({
  view,
  queue,
  zone,
  acts,
}: {
  readonly view: ReceptionView
  readonly queue: Queue
  readonly zone: string
  readonly acts: Pick<ReceptionActs, 'leave' | 'comeBack' | 'replace' | 'told'>
}) {
  const [typed, setTyped] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const number = TicketNumber.safeParse(numberTyped(typed)).data
  const found = number === undefined ? null : findNumber(number, view, queue, zone)
  const done = (text: string) => {
    setTyped('')
    form.current?.querySelector('input')?.focus()
    say(text, 'done')
  }
  const act = async (what: NumberAct, which: TicketNumber) => {
    switch (what) {
      case 'leave': {
        const result = await acts.leave({ number: which })
        if ('output' in result) done(words.leftNow(ticketNumber(which), hour(result.output.leftAt, zone)))
        return
      }
      case 'return': {
        const result = await acts.comeBack({ number: which })
        if ('output' in result)
          done((result.output.keepsRank ? words.backKept : words.backNow)(ticketNumber(which)))
        return
      }
      case 'replace': {
        const result = await acts.replace({ number: which })
        if ('output' in result) done(words.replaced(ticketNumber(which)))
      }
    }
  }
  const tell = async (ticketId: TicketId) => {
    const result = await acts.told({ ticketId })
    if ('output' in result) done(words.toldNow(ticketNumber(result.output.number)))
  }
  return (
    <Pinned raised className={style.find}>
      <form
        ref={form}
        aria-label={words.number}
        onSubmit={(event) => {
          event.preventDefault()
          // What can be done is chosen by a key of its own: Enter in the field never acts.
          form.current?.querySelector('button')?.focus()
        }}
      >
        <Search
          label={words.number}
          letter="N"
          value={typed}
          onChange={setTyped}
          detail={typed === '' ? words.numberHelp : undefined}
          maxLength={8}
        />
        <div role="status">{found && <p className={style.text}>{found.text}</p>}</div>
        {found && number !== undefined && (
          <Acts>
            {found.toTell !== undefined && (
              <Button size="dense" onPress={() => void tell(found.toTell!)}>
                {words.told}
              </Button>
            )}
            {found.can.includes('return') && (
              <Button size="dense" onPress={() => void act('return', number)}>
                {words.isHere}
              </Button>
            )}
            {found.can.includes('leave') && (
              <Leave key={number} number={number} onLeave={() => void act('leave', number)} />
            )}
            {found.can.includes('replace') && (
              <Button size="dense" onPress={() => void act('replace', number)}>
                {words.lost}
              </Button>
            )}
          </Acts>
        )}
      </form>
    </Pinned>
  )
}

/** Asked twice in place, since a place in the queue is not given back. */
function Leave({ number, onLeave }: { readonly number: string; readonly onLeave: () => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <Button size="dense" onPress={() => setAsking(true)}>
        {words.leave}
      </Button>
    )
  return (
    <>
      <Button size="dense" autoFocus onPress={onLeave}>
        {words.leaveConfirm(ticketNumber(number))}
      </Button>
      <Button kind="quiet" size="dense" onPress={() => setAsking(false)}>
        {words.keep}
      </Button>
    </>
  )
}
